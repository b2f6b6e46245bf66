import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { makeBigDatabase } from './big-database.ts';
import { flushesPerSecond } from './disk.ts';
import { startPortal } from './processes.ts';
import { proofs } from './proofs.ts';
import { type Findings, report } from './report.ts';
import * as rows from './rows.ts';

/*
 * Measures the built server against a bare Fastify on this machine, at this moment: fresh processes, rounds in turn,
 * medians. Fails for nothing but a lost message: how fast a machine is, is no fault of the code.
 *
 *   npm run bench              three rounds
 *   npm run bench -- --quick   one short round, to see that it runs
 */

const quick = process.argv.includes('--quick');
const rounds = quick ? 1 : 3;
const scale: rows.Scale = quick
  ? { warmUp: 1_500, duration: 1_000, messages: 20_000 }
  : { warmUp: 2_000, duration: 2_000, messages: 100_000 };
const bigDatabase = quick ? 50_000 : 1_000_000;
/** A disk that waits for nothing: what is left is what the program itself costs. */
const MEMORY_DISK = '/dev/shm';

const steps: readonly (readonly [keyof Findings, (big: string) => unknown])[] = [
  ['flushes', () => rows.inDirectory(tmpdir(), async (data) => flushesPerSecond(data))],
  ['fastify32', () => rows.bareFastify(32, scale)],
  ['disk32', () => rows.inDirectory(tmpdir(), (data) => rows.messagesToBot({ data }, 32, scale))],
  ['fastify1', () => rows.bareFastify(1, scale)],
  ['disk1', () => rows.inDirectory(tmpdir(), (data) => rows.messagesToBot({ data }, 1, scale))],
  ['memory32', () => rows.messagesToBot({ memory: true }, 32, scale)],
  ['latency', () => rows.inDirectory(tmpdir(), (data) => rows.latencyToHandler({ data }, 500, scale))],
  ['proofs', () => proofs(32, scale)],
  ['startEmpty', () => rows.inDirectory(tmpdir(), (data) => rows.start({ data }))],
  ['startBig', (big) => rows.start({ data: big })],
  ['memory', () => rows.memory(scale)],
  ...(existsSync(MEMORY_DISK)
    ? ([
        ['memoryDisk32', () => rows.inDirectory(MEMORY_DISK, (data) => rows.messagesToBot({ data }, 32, scale))],
        ['memoryDisk1', () => rows.inDirectory(MEMORY_DISK, (data) => rows.messagesToBot({ data }, 1, scale))],
      ] as const)
    : []),
];

function progress(line: string): void {
  process.stderr.write(`bench: ${line}\n`);
}

// What was started ends with this process, however that ends.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

progress('building the server');
await (await startPortal({ memory: true })).stop();

const findings: Record<string, unknown[]> = {};
await rows.inDirectory(tmpdir(), async (big) => {
  progress(`writing a database of ${bigDatabase.toLocaleString('en')} messages`);
  await makeBigDatabase(big, bigDatabase);
  for (let round = 1; round <= rounds; round += 1) {
    for (const [index, [name, measure]] of steps.entries()) {
      const began = performance.now();
      const found = await measure(big);
      findings[name] = [...(findings[name] ?? []), found];
      const took = ((performance.now() - began) / 1000).toFixed(1);
      progress(
        `round ${round}/${rounds}, step ${index + 1}/${steps.length}, ${name}: ${JSON.stringify(found)} in ${took} s`,
      );
    }
  }
});
const { text, isWhole } = report(findings as unknown as Findings, { rounds, scale, bigDatabase });
console.log(text);
process.exitCode = isWhole ? 0 : 1;
