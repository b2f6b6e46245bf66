import { readFileSync } from 'node:fs';

/**
 * Milliseconds that this thread has worked. What other threads and processes do meanwhile does not count, where the
 * system tells threads apart (Linux); elsewhere the whole process is measured.
 */
export function cpuTime(): number {
  try {
    const [nanoseconds] = readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ');
    return Number(nanoseconds) / 1e6;
  } catch {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  }
}

/** CPU milliseconds of the cheapest of five runs, or of the first below `enough`: the others collected garbage as well. */
export function cheapest(run: () => void, enough = 0): number {
  let least = Number.POSITIVE_INFINITY;
  for (let runs = 0; runs < 5 && least >= enough; runs += 1) {
    const start = cpuTime();
    run();
    least = Math.min(least, cpuTime() - start);
  }
  return least;
}
