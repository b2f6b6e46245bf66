import type { PendingEvent } from '#storage/stores/outbox.ts';
import { concludeTry } from './conclude-try.ts';
import type { Lanes } from './lanes.ts';
import type { ReceiverClaim } from './receiver-claim.ts';
import type { ReceiverHealth } from './receiver-health.ts';
import type { Sent } from './verdict.ts';
import type { WorkerContext } from './worker-context.ts';

/** What a try changes of a receiver. */
export interface ReceiverParts {
  readonly receiverId: number;
  readonly context: WorkerContext;
  readonly lanes: Lanes;
  readonly health: ReceiverHealth;
  readonly claim: ReceiverClaim;
}

/** What was sent elsewhere and is still to be sent, by the outbox, is looked at again so much later. */
const LOOKED_AT_AGAIN = 1_000;

/** Puts a try to account: what becomes of the event, its lane, and of its receiver. */
export function concludeEvent(receiver: ReceiverParts, event: PendingEvent, sent: Sent): void {
  const { receiverId, context, lanes, health, claim } = receiver;
  const now = context.clock.now();
  if (sent.kind === 'elsewhere') {
    // Not its end: its receiver may go back before that is told, and then hears this one first (V38).
    lanes.readAnew(event, now + LOOKED_AT_AGAIN);
    return;
  }
  const { lastSuccess } = health;
  const end = concludeTry(event, sent, { now, retries: claim.retries, lastSuccess, random: context.random });
  if (end.kind === 'again') lanes.postpone(event, now, end.at);
  else lanes.done(event);
  context.conclude(event, sent, end);
  if (sent.kind !== 'exchange') return;
  claim.learnAddress(sent.url);
  const { isChanged, isGone } = health.learn(event.id, sent, now);
  if (isGone) context.gone(receiverId, health.notBefore);
  if (isChanged) context.keepHealth(receiverId, health.kept);
}
