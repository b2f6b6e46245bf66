import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { flushesPerSecond } from './disk.ts';
import { inDirectory } from './temporary.ts';

/** What figures depend on, in one line. */
export async function describeMachine(): Promise<string> {
  const flushes = await inDirectory(tmpdir(), async (directory) => flushesPerSecond(directory));
  const { version } = JSON.parse(
    readFileSync(new URL('../node_modules/fastify/package.json', import.meta.url), 'utf8'),
  ) as { version: string };
  const all = cpus();
  return [
    `${all.length} x ${all[0]?.model.trim() ?? 'processor'}`,
    `${Math.round(totalmem() / 2 ** 30)} GB`,
    `disk: ${Math.round(flushes).toLocaleString('en')} flushes/s`,
    `Node ${process.versions.node}`,
    `Fastify ${version}`,
  ].join(', ');
}

/** Whether other programs are at work here; then intervals are wide and absolute figures mean little. */
export function busyness(): string | undefined {
  const [load = 0] = loadavg();
  return load > availableParallelism() / 2
    ? `the machine is busy with other work (load average ${load.toFixed(1)}): expect wide intervals`
    : undefined;
}
