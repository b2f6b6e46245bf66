import type { Random } from '#kit/random.ts';
import type { PendingEvent } from '#storage/stores/outbox.ts';

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

/**
 * Events as they were written down, none of them waiting for longer than the schedule would have it: the clock may have
 * been set back since, and would keep them for as long.
 */
export function plausible(events: readonly PendingEvent[], now: number): PendingEvent[] {
  return events.map((event) => {
    const latest = now + (event.attempts === 0 ? GIVE_UP_AFTER : longestWait(event.attempts));
    return event.nextTryAt <= latest ? event : { ...event, nextTryAt: latest };
  });
}

/** Milliseconds that {@link waitAfter} may answer, at most. */
export function longestWait(failures: number): number {
  return Math.ceil((WAITS[failures - 1] ?? HOUR) * (1 + JITTER));
}

/** A lane whose head keeps failing while others get through is let go after so many tries over so long. */
const POISON_TRIES = 5;
const POISON_AGE = 10 * MINUTE;

/**
 * Whether an event that has just failed once more is to blame itself: `lastSuccess` is when its receiver last took another
 * one. A receiver that has taken nothing of late may be down, and then nothing is said of the event.
 */
export function isPoison(
  event: { readonly attempts: number; readonly firstFailedAt: number | null },
  now: number,
  lastSuccess: number,
): boolean {
  const { attempts, firstFailedAt } = event;
  if (firstFailedAt === null || now - lastSuccess >= POISON_AGE) return false;
  return attempts + 1 >= POISON_TRIES && now - firstFailedAt >= POISON_AGE;
}
