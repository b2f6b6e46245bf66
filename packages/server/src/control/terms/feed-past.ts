import { withTurns } from '#kit/others-turn.ts';
import type { FeedFilter } from '#live/feed-filter.ts';
import type { FeedCall, FeedDelivery, FeedItem } from '#live/feed-item.ts';
import type { StoredEvent } from '#storage/stores/stored-event.ts';
import type { ControlledPortal } from '../controlled-portal.ts';
import { presentCalls, toFeedCall } from './call.ts';
import { presentSummary, triesOf } from './event.ts';
import { AT_ONCE, searchEvents } from './event-search.ts';
import { presentTries } from './event-try.ts';

/** Events whose tries are told, the newest; more than that nobody reads. */
const EVENTS = 500;
const TRIES = 50;
const CALLS = 500;
/** Milliseconds between what is written down of a try and what watchers are told of it. */
const SAME = 5;

/** Tries to deliver that ended since then, oldest first. */
export async function pastDeliveries(
  portal: ControlledPortal,
  since: number,
  { bots, isFailed = false }: FeedFilter,
): Promise<FeedDelivery[]> {
  const events = await searchEvents(portal, {
    receiverIds: bots?.map(({ receiverId }) => receiverId),
    isFailed,
    since,
    limit: EVENTS,
  });
  const told = [];
  for await (const event of withTurns(events, AT_ONCE)) told.push(...(await deliveriesOf(portal, event)));
  return told.filter(({ at }) => at >= since).sort((a, b) => a.at - b.at || a.eventId - b.eventId);
}

async function deliveriesOf(portal: ControlledPortal, event: StoredEvent): Promise<FeedDelivery[]> {
  const tries = presentTries(event, await triesOf(portal, event.id, TRIES));
  const { receiverId, receiver, hearer, name, nextTryAt } = await presentSummary(portal, event);
  const { id: eventId, lane: chatId, state } = event;
  return tries.map(({ at, status, reason, cause, request, ms }, index) => {
    const isLast = index === tries.length - 1;
    const result = !isLast || state === 'pending' || state === 'kept' ? 'again' : state;
    return {
      kind: 'delivery',
      at,
      eventId,
      chatId,
      receiverId,
      receiver,
      hearer,
      name,
      to: request ? new URL(request.url).origin : '',
      result,
      status,
      error: status === null || reason !== `answered ${status}` ? reason : null,
      cause: cause?.kind === 'answered' ? null : cause,
      durationMs: ms.whole,
      retryAt: isLast ? nextTryAt : null,
    };
  });
}

/** Calls of that time, oldest first: those that were refused, or all of them. */
export async function pastCalls(
  portal: ControlledPortal,
  since: number,
  { bots, chatId, isFailed = false }: FeedFilter,
  isEvery: boolean,
): Promise<FeedCall[]> {
  const [bot, ...others] = bots ?? [];
  const of = others.length === 0 ? { botId: bot?.id } : { madeBy: bots?.map(({ id }) => id) };
  const query = { since, ...of, chatId, isRefused: isFailed || !isEvery, limit: CALLS };
  const calls = (await portal.calls.list(query)).reverse();
  const presented = await presentCalls(portal, calls);
  return calls.flatMap((call, index) => {
    const summary = presented[index];
    return summary ? [toFeedCall(summary, call)] : [];
  });
}

/** Whether what watchers are told now was told as past already. */
export function isTold(item: FeedItem, past: readonly (FeedDelivery | FeedCall)[]): boolean {
  if (item.kind === 'call') return item.id > 0 && past.some((one) => one.kind === 'call' && one.id === item.id);
  if (item.kind !== 'delivery') return false;
  const { eventId, status, at } = item;
  return past.some(
    (one) =>
      one.kind === 'delivery' && one.eventId === eventId && one.status === status && Math.abs(one.at - at) <= SAME,
  );
}
