import type { Bot } from '#domain/bot/bot.ts';
import type { WholeCall } from '#live/call-log/kept-call.ts';
import { isForBots } from '#live/for-bots.ts';
import { eventArchive } from '#storage/stores/event-archive.ts';
import type { StoredEvent } from '#storage/stores/stored-event.ts';
import type { ControlledPortal } from '../controlled-portal.ts';
import type { Sight } from '../sight.ts';

/** Milliseconds after an event was told in which what its bot does is taken for an answer, unless it is told another. */
const ANSWERS_WITHIN = 10 * 60_000;
/** Events among which the next of the same chat is looked for. */
const NEXT_WITHIN = 5_000;
const MOST_CALLS = 100;

export interface ReturnedCall {
  readonly call: WholeCall;
  readonly isDuring: boolean;
  readonly isStray: boolean;
}

/**
 * Calls that a bot made because of an event: those that began while its handler was open, and what it did in that chat
 * until it was told of the next. Oldest first.
 */
export async function callsInReturn(
  portal: ControlledPortal,
  sight: Sight,
  event: StoredEvent,
): Promise<ReturnedCall[]> {
  const bot = await portal.store.read((work) => work.bots.findEverByReceiver(event.receiverId));
  const span = await spanOf(portal, event);
  const query = bot ? { botId: bot.id } : { eventId: event.id };
  const own = (await portal.calls.listWhole({ ...query, ...span, limit: MOST_CALLS })).filter(
    (call) => !call.events.includes(event.id) && (!bot || isBy(call, bot)),
  );
  const astray = bot ? await callsAstray(portal, bot, own) : new Set();
  const made = own
    .filter((call) => isAbout(call, event) || (call.deliveries.length === 0 && astray.has(call)))
    .map((call) => ({ call, isDuring: isDuring(call, event), isStray: false }));
  const strays = sight.kind === 'everything' && bot ? await straysIn(portal, bot, span) : [];
  return [...made, ...strays].sort((one, other) => one.call.at - other.call.at || one.call.id - other.call.id);
}

/** From when it was first told, to when its bot was told of something else there, or has been silent for long. */
async function spanOf({ store, clock }: ControlledPortal, event: StoredEvent) {
  const end = event.finishedAt ?? clock.now();
  const next = await store.readWith((session) => eventArchive(session).findTimeOfNext(event, NEXT_WITHIN));
  const until = Math.min(end + ANSWERS_WITHIN, next === undefined ? Number.POSITIVE_INFINITY : Math.max(next, end));
  return { since: event.createdAt, until };
}

function isBy({ caller, bots }: WholeCall, { id }: Bot): boolean {
  return caller.bots.includes(id) && (bots.length === 0 || bots.includes(id));
}

function isAbout(call: WholeCall, event: StoredEvent): boolean {
  if (call.deliveries.length > 0) return isDuring(call, event);
  return call.chats.includes(event.lane);
}

/** Refused calls about chats that a bot is in none of, or that there are not: they belong to no other conversation of it. */
async function callsAstray({ store }: ControlledPortal, bot: Bot, calls: readonly WholeCall[]) {
  return store.read(async (work) => {
    const astray = new Set<WholeCall>();
    for (const call of calls) {
      if (call.error === undefined) continue;
      const seats = await Promise.all(call.chats.map((chat) => work.members.findMember(chat, bot.id)));
      if (seats.every((seat) => seat === undefined)) astray.add(call);
    }
    return astray;
  });
}

function isDuring({ deliveries }: WholeCall, { id }: StoredEvent): boolean {
  return deliveries.some(({ eventId }) => eventId === id);
}

/** Refused calls of no program that has bots: a wrong CLIENT_ID, a wrong code of a webhook. */
async function straysIn(
  { calls }: ControlledPortal,
  { id }: Bot,
  span: { readonly since: number; readonly until: number },
): Promise<ReturnedCall[]> {
  const refused = await calls.listWhole({ ...span, isRefused: true, limit: MOST_CALLS });
  return refused
    .filter(
      ({ method, caller, bots }) =>
        isForBots(method) && caller.bots.length === 0 && (bots.length === 0 || bots.includes(id)),
    )
    .map((call) => ({ call, isDuring: false, isStray: true }));
}
