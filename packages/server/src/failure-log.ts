import type { Clock } from '#kit/clock.ts';
import { fullLine } from './start-complaint.ts';

/** The same failure is told once in so many milliseconds. */
const EVERY = 60_000;

/**
 * Tells of failures without flooding the log: a full disk makes every call fail, and the log is often on that disk. The
 * first one is told at once, those that are the same within a minute are counted and told together at its end.
 *
 * @param database what is named where the disk is full
 */
export function failureLog(
  log: (line: string) => void,
  clock: Clock,
  database: string,
): (error: unknown, where: string) => void {
  const counts = new Map<string, number>();
  return (error, where) => {
    const { code = '', message = String(error), stack } = error as NodeJS.ErrnoException;
    const full = fullLine(code, message, database);
    const kind = full ?? `${where} failed: ${message}`;
    const count = counts.get(kind);
    counts.set(kind, (count ?? -1) + 1);
    if (count !== undefined) return;
    log(full ?? `${where} failed: ${stack ?? message}`);
    clock.after(EVERY, () => {
      const more = counts.get(kind) ?? 0;
      counts.delete(kind);
      if (more > 0) log(`${more} more within a minute: ${kind}`);
    });
  };
}
