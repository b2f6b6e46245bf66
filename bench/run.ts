import { compare } from './compare.ts';
import { busyness } from './machine.ts';
import { measure } from './measure.ts';
import type { Scale } from './measures/throughput.ts';
import { help, type Options, readOptions, UsageError } from './options.ts';
import { peerRows } from './peers.ts';
import { ProgramFailed } from './processes.ts';
import { ROWS } from './rows.ts';

/*
 * Measures the built server against a bare Fastify, or against the build of another commit: fresh processes, in turn.
 * Fails for nothing but a lost message: how fast a machine is, is no fault of the code. `--help` says more.
 */

// What was started, and what was written for a time, goes with this process, however that ends.
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)
  process.once(signal, () => {
    tell('interrupted: ending what was started and removing temporary files');
    process.exit(code);
  });

function tell(what: string): void {
  process.stderr.write(`bench: ${what}\n`);
}

async function run(options: Options): Promise<boolean> {
  const { against, rounds, duration, limit, isQuick } = options;
  const chosen = options.rows.length === 0 ? ROWS : ROWS.filter(({ number }) => options.rows.includes(number));
  const rows = [...chosen, ...(options.withPeers ? peerRows(tell) : [])];
  const scale: Scale = isQuick
    ? { warmUp: 1500, duration, keptMessages: 20_000, bigDatabase: 50_000 }
    : { warmUp: 2000, duration, keptMessages: 100_000, bigDatabase: 1_000_000 };
  const busy = busyness();
  if (busy) tell(busy);
  return against === undefined
    ? await measure(rows, rounds, scale, tell)
    : await compare(against, rows, { limit, rounds }, scale, tell);
}

try {
  const options = readOptions(
    process.argv.slice(2),
    ROWS.map(({ number }) => number),
  );
  if (options === 'help') console.log(help(ROWS));
  else process.exitCode = (await run(options)) ? 0 : 1;
} catch (error) {
  const isExplained = error instanceof UsageError || error instanceof ProgramFailed;
  tell(isExplained ? error.message : String((error as Error).stack));
  process.exit(error instanceof UsageError ? 2 : 1);
}
