import type { Random } from '#kit/random.ts';
import type { PendingEvent } from '#storage/stores/outbox.ts';
import { GIVE_UP_AFTER, isPoison, waitAfter } from './retry-schedule.ts';
import { askedToWaitUntil, judge, type Sent } from './verdict.ts';
import type { Conclusion } from './worker-context.ts';

interface Circumstances {
  /** Milliseconds since 1970, as all times here. */
  readonly now: number;
  /** Whether its receiver is sent anything twice. */
  readonly retries: boolean;
  /** When its receiver last took an event. */
  readonly lastSuccess: number;
  readonly random: Random;
}

/** What becomes of an event after a try. */
export function concludeTry(event: PendingEvent, sent: Sent, circumstances: Circumstances): Conclusion {
  const { now, retries, lastSuccess, random } = circumstances;
  const verdict = judge(sent);
  const lastTry = (event.firstFailedAt ?? now) + GIVE_UP_AFTER;
  if (verdict === 'again' && retries && now < lastTry && !isPoison(event, now, lastSuccess)) {
    const wait = Math.max(now + waitAfter(event.attempts + 1, random), askedToWaitUntil(sent, now));
    return { kind: 'again', at: Math.min(wait, lastTry) };
  }
  return { kind: verdict === 'delivered' ? 'delivered' : sent.kind === 'nobody' ? 'dropped' : 'dead' };
}
