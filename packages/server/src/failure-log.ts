import type { Clock } from '#kit/clock.ts';
import type { Log } from '#kit/log.ts';
import { Occasionally } from '#kit/occasionally.ts';
import { fullLine } from './start-complaint.ts';

/**
 * Tells of failures without flooding the log: a full disk makes every call fail, and the log is often on that disk.
 *
 * @param database what is named where the disk is full
 */
export function failureLog(log: Log, clock: Clock, database: string): (error: unknown, where: string) => void {
  const occasionally = new Occasionally(clock);
  return (error, where) => {
    const { code = '', message = String(error), stack } = error as NodeJS.ErrnoException;
    const full = fullLine(code, message, database);
    const line = full ?? `${where} failed: ${message}`;
    occasionally.tell(
      line,
      () => log.error(line, { where, ...(full === undefined && stack !== undefined && { stack }) }),
      (count) => log.error(`${count} more within a minute: ${line}`, { where, count }),
    );
  };
}
