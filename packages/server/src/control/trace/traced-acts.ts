import type { Message } from '#domain/message/message.ts';
import { isMadeBy, type WholeCall } from '#live/call-log/kept-call.ts';
import type { StoredEvent } from '#storage/stores/stored-event.ts';
import type { ControlledPortal } from '../controlled-portal.ts';
import { callsIn, receiversOf, type Sight } from '../sight.ts';
import { eventCalled } from '../terms/event.ts';
import { searchEvents } from '../terms/event-search.ts';

/** So long before something was written down can the call have begun that did it. */
const EARLIER = 60_000;
/** So long after an event was told can a bot still write because of it. */
const ANSWERS_WITHIN = 10 * 60_000;
const MOST_CALLS = 100;
const MOST_EVENTS = 100;

/** Something that somebody did, and the events that it caused. Without events it is only a call. */
export interface Act {
  readonly at: number;
  readonly call: WholeCall | undefined;
  readonly events: StoredEvent[];
}

/**
 * What was done to a message, oldest first; where a bot wrote it, also what the bot answered with it.
 */
export async function actsOn(portal: ControlledPortal, sight: Sight, message: Message): Promise<Act[]> {
  const touching = await callsTouching(portal, message);
  const creation = touching.find(({ error, at, messages }) => !error && at <= message.createdAt && messages.length > 0);
  const about = await eventsAbout(portal, sight, message);
  const answered = creation && (await eventAnsweredBy(portal, sight, message, creation));
  const events = answered && !about.some(({ id }) => id === answered.id) ? [answered, ...about] : about;
  const acts = await groupedByCause(portal, events);
  // The bot's own calls stand with the event that they answer.
  if (creation && !answered) addCall(acts, creation);
  for (const call of touching) if (call.error && !isReturned(call, events)) addCall(acts, call);
  return acts.filter((act) => isActInSight(act, sight, message)).sort((one, other) => one.at - other.at);
}

async function callsTouching({ calls }: ControlledPortal, { id, createdAt }: Message): Promise<WholeCall[]> {
  return (await calls.listWhole({ messageId: id, since: createdAt - EARLIER, limit: MOST_CALLS })).reverse();
}

async function eventsAbout(portal: ControlledPortal, sight: Sight, message: Message): Promise<StoredEvent[]> {
  const found = await searchEvents(portal, {
    receiverIds: receiversOf(sight, undefined),
    lane: message.chatId,
    isFailed: false,
    since: 0,
    happenedSince: message.createdAt,
    matches: ({ event }) => 'message' in event && event.message.id === message.id,
    limit: MOST_EVENTS,
  });
  return found.reverse();
}

/** The event that a bot's message answers: one that was being told when it wrote, else the one that it was told last. */
async function eventAnsweredBy(
  portal: ControlledPortal,
  sight: Sight,
  { authorId, chatId }: Message,
  creation: WholeCall,
): Promise<StoredEvent | undefined> {
  const bot = await portal.store.read((work) => work.bots.findBotEver(authorId));
  if (!bot || !creation.caller.bots.includes(bot.id)) return undefined;
  const open = creation.deliveries.find((one) => one.chatId === chatId) ?? creation.deliveries[0];
  if (open) return eventCalled(portal, open.eventId, sight).catch(() => undefined);
  const [last] = await searchEvents(portal, {
    receiverIds: [bot.receiverId],
    lane: chatId,
    isFailed: false,
    since: 0,
    happenedSince: creation.at - ANSWERS_WITHIN,
    matches: ({ createdAt, state }) => createdAt <= creation.at && state !== 'pending',
    limit: 1,
  });
  return last && eventCalled(portal, last.id, sight).catch(() => undefined);
}

/** Events of one call are of one act, and those that happened in the same moment by the same person. */
async function groupedByCause(portal: ControlledPortal, events: readonly StoredEvent[]): Promise<Act[]> {
  const acts = new Map<string, Act>();
  for (const event of events) {
    const call = event.resentFrom === null && !event.variant?.isTest ? await causeOf(portal, event) : undefined;
    const key = call ? `call ${call.id}` : `${event.createdAt} ${event.event.userId} ${event.resentFrom ?? ''}`;
    const known = acts.get(key);
    if (known) known.events.push(event);
    else acts.set(key, { at: call?.at ?? event.createdAt, call, events: [event] });
  }
  for (const { call, events: ofCall } of acts.values()) {
    // What goes before it in its chat: whoever writes to a bot for the first time opens their chat, and it is told of that.
    const [one] = ofCall;
    for (const id of call?.events ?? [])
      if (one && !ofCall.some((event) => event.id === id)) ofCall.push(...(await besides(portal, one, id)));
    ofCall.sort((first, other) => first.id - other.id);
  }
  return [...acts.values()];
}

/** Another event of the same call for the same receiver, if it is still kept. */
async function besides(
  portal: ControlledPortal,
  { receiverId, lane }: StoredEvent,
  id: number,
): Promise<StoredEvent[]> {
  const found = await eventCalled(portal, id).catch(() => undefined);
  return found?.receiverId === receiverId && found.lane === lane ? [found] : [];
}

async function causeOf({ calls }: ControlledPortal, { id, createdAt }: StoredEvent): Promise<WholeCall | undefined> {
  const query = { eventId: id, since: createdAt - EARLIER, until: createdAt + 1, limit: MOST_CALLS };
  return (await calls.listWhole(query)).find(({ events }) => events.includes(id));
}

function addCall(acts: Act[], call: WholeCall): void {
  if (!acts.some((act) => act.call?.id === call.id)) acts.push({ at: call.at, call, events: [] });
}

function isReturned({ deliveries }: WholeCall, events: readonly StoredEvent[]): boolean {
  return deliveries.some(({ eventId }) => events.some(({ id }) => id === eventId));
}

/** Events are looked for in sight only; of calls alone those count that a bot in sight made to write it. */
function isActInSight({ events, call }: Act, sight: Sight, { authorId }: Message): boolean {
  if (events.length > 0) return true;
  const { madeBy } = callsIn(sight);
  return !madeBy || (call !== undefined && isMadeBy(call, madeBy) && madeBy.includes(authorId));
}
