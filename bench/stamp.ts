/** What stands in a message before its time of sending, in nanoseconds of the machine's own clock and 20 digits. */
export const SENT_AT = 'sent-at-';

/** What a message says that a failing handler fails at. */
export const FAILS = 'this-fails';

/** Milliseconds of the machine's own clock, which is the same for all of its processes. */
export function machineClock(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}
