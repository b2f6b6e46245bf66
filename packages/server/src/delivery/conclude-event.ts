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

/** Puts a try to account: what becomes of the event, its lane, and of its receiver. */
export function concludeEvent(receiver: ReceiverParts, event: PendingEvent, sent: Sent): void {
  const { receiverId, context, lanes, health, claim } = receiver;
  if (sent.kind === 'elsewhere') {
    lanes.done(event);
    return;
  }
  const now = context.clock.now();
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
