import { z } from 'zod';
import type { PortalEvent } from '#domain/event.ts';
import { programName } from '#kit/program-name.ts';
import { labelOf } from '#live/chat-label.ts';
import { eventCause } from '#live/event-cause.ts';
import { receiver, talkers } from '#live/hearer.ts';
import { describeReceiver, nameForReceiver, nameOf } from '#live/receiver-name.ts';
import type { Attempt } from '#storage/stores/attempts.ts';
import { eventArchive } from '#storage/stores/event-archive.ts';
import { outbox, type PendingEvent } from '#storage/stores/outbox.ts';
import type { StoredEvent } from '#storage/stores/stored-event.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import type { ControlledPortal } from '../controlled-portal.ts';
import { Refusal } from '../refusal.ts';
import { isInSight, type Sight } from '../sight.ts';
import { PAUSED, toldOfEvent } from './event-cause.ts';
import { isToBeFetched } from './fetched-event.ts';

/*
 * What the commands about events have in common.
 */

export const eventId = z.number().int().positive().describe('The number of an event, as `tail` and `events` show it');
export const sinceMs = z.number().nonnegative().describe('Milliseconds back from now');
const at = z.number().describe('Milliseconds since 1970');

/** An event on one line. */
export const eventSummary = z.strictObject({
  id: z.number(),
  name: z.string().describe('As its receiver knows it, e.g. ONIMBOTMESSAGEADD'),
  ...receiver,
  chatId: z.number().describe('0: no chat. Events of a receiver and a chat go one after the other'),
  messageId: z.number().describe('That it tells of; 0: none'),
  about: z.string().describe('Who did what, in words'),
  user: z.string().describe('Who did it; empty: nobody that is known'),
  talkers: talkers.describe('In whose private chat, where nothing was written; empty: elsewhere, or something was'),
  state: z
    .enum(['pending', 'delivered', 'dead', 'dropped', 'kept'])
    .describe('dead: given up; dropped: nobody heard it; kept: until a bot fetches it'),
  isFetched: z.boolean().describe('Its receiver fetches it: it is never sent'),
  reason: z.string().describe('Why it is in this state, in words'),
  cause: eventCause,
  createdAt: at,
  finishedAt: at.nullable(),
  status: z.number().nullable().describe('HTTP status of the answer by which it was delivered'),
  durationMs: z.number().nullable().describe('How long that answer took'),
  tries: z.number().describe('So far; after it was retried, since then'),
  nextTryAt: at.nullable().describe('null: none is due'),
  resentFrom: z.number().nullable().describe('The event of which it is another sending'),
  isTest: z.boolean().describe('Nothing had happened: somebody tried whether the bot hears'),
  isEdited: z.boolean().describe('Its body is not what was heard at first'),
});

export type EventSummary = Readonly<z.infer<typeof eventSummary>>;

const EVERYTHING: Sight = { kind: 'everything' };

/** @throws Complaint when it is not kept any more, or never was; also when it is not in sight. */
export async function eventCalled(
  { store, portalId }: ControlledPortal,
  id: number,
  sight: Sight = EVERYTHING,
): Promise<StoredEvent> {
  const found = await store.readWith((session) => eventArchive(session).findEvent(portalId, id));
  if (!found || !isInSight(sight, found.receiverId))
    throw new Refusal(
      'event_gone',
      `There is no event ${id}: delivered ones are kept for a day, dead letters for seven. See: ${programName()} events`,
      { id: String(id) },
    );
  return found;
}

export function triesOf({ store }: ControlledPortal, id: number, limit: number): Promise<Attempt[]> {
  return store.readWith((session) => eventArchive(session).listTries(id, limit));
}

export async function presentSummary(portal: ControlledPortal, event: StoredEvent): Promise<EventSummary> {
  const [last] = event.state === 'delivered' ? [] : await triesOf(portal, event.id, 1);
  const isNext = event.state !== 'pending' || last !== undefined;
  const head = isNext
    ? undefined
    : await portal.store.readWith((session) => eventArchive(session).findHeadBefore(event));
  const { pausedAt } = await portal.store.readWith((session) => outbox(session).findDeliveryState(event.receiverId));
  const words = await portal.store.read(async (work) => ({
    ...(await wordsAbout(work, event)),
    isFetched: await isToBeFetched(work, event),
  }));
  const { id, lane, state, createdAt, finishedAt, attempts, nextTryAt, resentFrom, variant } = event;
  return {
    id,
    ...words,
    chatId: lane,
    messageId: 'message' in event.event ? event.event.message.id : 0,
    state,
    ...(pausedAt !== null && state === 'pending' ? PAUSED : toldOfEvent(event, last, head)),
    createdAt,
    finishedAt,
    status: event.status,
    durationMs: event.durationMs,
    tries: attempts,
    nextTryAt: state === 'pending' && attempts > 0 ? nextTryAt : null,
    resentFrom,
    isTest: variant?.isTest ?? false,
    isEdited: (variant?.fields ?? []).length > 0,
  };
}

async function wordsAbout(work: Reading, { receiverId, lane, event }: StoredEvent) {
  const name = await nameForReceiver(work, receiverId, event);
  const user = await nameOf(work, event.userId);
  const text = textIn(event);
  const { label, talkers } = text === undefined && lane !== 0 ? await labelOf(work, lane) : { label: '', talkers: [] };
  const about = [user, text ?? label].filter(Boolean).join(': ');
  return { name, ...(await describeReceiver(work, receiverId)), about, user, talkers };
}

/** What was written or called, as its first characters. */
export function textIn(event: PortalEvent): string | undefined {
  const text =
    event.type === 'commandInvoked'
      ? `/${event.command} ${event.params}`.trim()
      : 'message' in event
        ? event.message.text
        : undefined;
  return text?.slice(0, MOST_OF_TEXT);
}

const MOST_OF_TEXT = 200;

/** As delivery knows an event. */
export function toPending(event: StoredEvent): PendingEvent {
  const { id, receiverId, lane, subscriptionId, attempts, firstFailedAt, nextTryAt, resentFrom, variant } = event;
  return {
    id,
    receiverId,
    lane,
    event: event.event,
    subscriptionId,
    attempts,
    firstFailedAt,
    nextTryAt,
    ...(resentFrom !== null && { resentFrom }),
    ...(variant && { variant }),
  };
}
