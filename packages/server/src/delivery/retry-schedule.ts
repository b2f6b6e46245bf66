import type { Random } from '../kit/random.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

const WAITS = [SECOND, 5 * SECOND, 30 * SECOND, 2 * MINUTE, 10 * MINUTE, 30 * MINUTE];
const JITTER = 0.2;

/** So long an event is tried; then it is a dead letter. */
export const GIVE_UP_AFTER = 24 * HOUR;

/** Milliseconds to wait after the given number of failed tries. */
export function waitAfter(failures: number, random: Random): number {
  const wait = WAITS[failures - 1] ?? HOUR;
  return Math.round(wait * (1 - JITTER + 2 * JITTER * random.fraction()));
}
