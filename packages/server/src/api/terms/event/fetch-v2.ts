import { z } from 'zod';
import { lenient } from '#api/kernel/definition/field.ts';
import type { Search } from '#api/kernel/definition/lookup.ts';
import { Awaiting, type Kept, LATER, UNFINISHED } from '#api/kernel/definition/unfinished.ts';
import { toId, toInteger } from '#api/kernel/wire/read.ts';
import { renderFetched, type ToldEvent } from '#api/render/fetched.ts';
import type { Bot } from '#domain/bot/bot.ts';
import { fetchPage, NOT_PREPARED, prepareFetch, upToLast } from '#domain/event-queue/fetch-events.ts';
import type { FetchedPage, FetchWish } from '#domain/event-queue/fetched-event.ts';
import type { UserQueue } from '#domain/user-queue/user-queue.ts';
import type { Reading, UnitOfWork } from '#storage/unit-of-work.ts';
import { field } from '../basic/fields.ts';
import { wire } from '../basic/wire.ts';

/** Seconds that a call may wait for an event. */
const LONGEST_WAIT = 25;

export const fetchFields = {
  offset: lenient(
    'Confirms all events with smaller ids; without it, from the oldest that is not confirmed',
    wire.integer,
    (raw) => Math.max(toInteger(raw) ?? 0, 0),
  ),
  limit: field.count('How many events', { fallback: 100, most: 1000 }),
  wait: lenient(
    `Seconds to wait for an event where there is none; ${LONGEST_WAIT} at most. An extension of Botyard`,
    wire.count,
    (raw) => Math.min(toId(raw) ?? 0, LONGEST_WAIT),
    0,
  ),
} as const;

const fetchedEventSchema = z.object({
  eventId: z.number().int(),
  type: z.string().describe('Name of the event'),
  date: z.string().describe('YYYY-MM-DDThh:mm:ss±hh:mm'),
  data: z.record(z.string(), z.unknown()).describe('As the page of the event says'),
});

export const fetchedSchema = z.object({
  events: z.array(fetchedEventSchema),
  nextOffset: z.number().int().describe('What to confirm with next time'),
  lastEventId: z.number().int().describe('nextOffset - 1, for older clients'),
  hasMore: z.boolean(),
});

export const exampleFetched = {
  events: [{ eventId: 1001, type: 'ONIMBOTV2MESSAGEADD', date: '2025-01-15T10:30:00+00:00', data: {} }],
  nextOffset: 1002,
  lastEventId: 1001,
  hasMore: false,
};

/** Whose events are fetched: a bot that is called has none to fetch (V38). */
export interface Hearers {
  readonly bot?: Bot | undefined;
  readonly queue?: UserQueue | undefined;
}

interface Asked extends FetchWish {
  readonly wait: number;
}

/** Of one call, while it is run several times. */
interface Progress {
  /** The offset of the call as it was at its first look: what comes while it waits is not confirmed by it (V35). */
  offset?: number;
  isPrepared?: boolean;
  until?: number;
  page?: FetchedPage;
  /** Of that page what was told so far, and how many of its events were looked at for it. */
  told?: ToldEvent[];
  looked?: number;
}

/** So many events are told of in one turn: then others have theirs. */
const SHARE = 200;

/** A page of events; where there is none, it is waited for. */
export async function answerFetch(search: Search, hearers: Hearers, { wait, limit, ...asked }: Asked, kept: Kept = {}) {
  const { work, caller } = search;
  kept.found ??= {};
  const progress = kept.found as Progress;
  progress.until ??= work.now + wait * 1000;
  progress.offset ??= await upToLast(work, caller.portal.id, asked.offset);
  const wish = { offset: progress.offset, limit };
  const receiverIds = receiversOf(hearers);
  const page = progress.page ?? (await fetchPage(work, receiverIds, wish, progress.isPrepared ?? false));
  progress.isPrepared = page === NOT_PREPARED;
  if (page === NOT_PREPARED) return UNFINISHED;
  const left = progress.until - work.now;
  const isWorthWaiting = page.events.length === 0 && receiverIds.length > 0 && left > 0 && !kept.isOver;
  if (isWorthWaiting) return new Awaiting(receiverIds, left);
  progress.page = page;
  const { told = [], looked = 0 } = progress;
  const fetching = { work, portal: caller.portal, origin: caller.origin, person: caller.user };
  const share = page.events.slice(looked, looked + SHARE);
  told.push(...(await renderFetched({ ...fetching, bot: await withApplication(work, hearers.bot) }, share)));
  if (looked + SHARE < page.events.length) {
    progress.told = told;
    progress.looked = looked + SHARE;
    return LATER;
  }
  return {
    events: told,
    nextOffset: page.nextOffset,
    lastEventId: Math.max(page.nextOffset - 1, 0),
    hasMore: page.hasMore,
  };
}

/** What has to be written before a page can be read. There is nothing more to do after that. */
export async function prepareAnswer(
  { work, caller }: Search<UnitOfWork>,
  hearers: Hearers,
  limit: number,
  kept: Kept,
): Promise<boolean> {
  const { offset = 0 } = kept.found as Progress;
  await prepareFetch(work, caller.portal.id, receiversOf(hearers), { offset, limit });
  return false;
}

function receiversOf({ bot, queue }: Hearers): number[] {
  return [...(bot?.eventMode === 'fetch' ? [bot.receiverId] : []), ...(queue ? [queue.receiverId] : [])];
}

async function withApplication(work: Reading, bot: Bot | undefined) {
  const application = bot && (await work.applications.findApplication(bot.applicationId));
  return bot && application ? { bot, application } : undefined;
}
