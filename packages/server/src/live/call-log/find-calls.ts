import { othersTurn } from '#kit/others-turn.ts';
import { callBatches } from '#storage/call-log/call-batches.ts';
import type { CallLogHome } from '#storage/call-log/call-log-home.ts';
import { isForBots } from '../for-bots.ts';
import { botsOf, isMadeBy, type KeptCall } from './kept-call.ts';
import { BatchReader } from './read-batch.ts';

/** Which calls are looked for; what is left out is of no matter. */
export interface CallQuery {
  readonly id?: number | undefined;
  readonly isRefused?: boolean | undefined;
  /** That began then or later, and no later than that. Milliseconds since 1970. */
  readonly since?: number | undefined;
  readonly until?: number | undefined;
  /** In lower case. */
  readonly method?: string | undefined;
  readonly botId?: number | undefined;
  readonly chatId?: number | undefined;
  readonly messageId?: number | undefined;
  readonly userId?: number | undefined;
  readonly applicationId?: number | undefined;
  /** Without those that pages of the portal make for whoever looks at them. */
  readonly isOfPrograms?: boolean | undefined;
  /** That began while a delivery of it was open, or that caused it. */
  readonly eventId?: number | undefined;
  /** That programs of these bots made, about no other bot. */
  readonly madeBy?: readonly number[] | undefined;
  /** Only those before that one. */
  readonly before?: number | undefined;
  readonly limit: number;
}

/** What of the log counts: what is older is there until it is deleted. */
export interface Scope {
  readonly home: CallLogHome;
  /** The newest call that is not kept any more, by its number and by its time. */
  readonly after: number;
  readonly since: number;
}

/** Calls that are looked at in one turn, and batches at most. */
const AT_ONCE = 2_000;
const MOST_BATCHES = 256;

/** Calls that fit, the newest first, each time those of one batch. */
export async function* findCalls(
  { home, after, since }: Scope,
  query: CallQuery,
): AsyncGenerator<readonly [calls: KeptCall[], reader: BatchReader]> {
  const from = Math.max(since, query.since ?? 0);
  const matches = (call: KeptCall) => call.id > after && call.at >= since && fits(call, query);
  let left = query.limit;
  let before = query.id === undefined ? (query.before ?? Number.MAX_SAFE_INTEGER) : query.id + 1;
  for (let size = 4; left > 0 && before > after; ) {
    const batches = await home.read((session) =>
      callBatches(session).listBatches({
        before,
        since: from,
        until: query.until ?? Number.MAX_SAFE_INTEGER,
        isRefused: query.isRefused ?? false,
        limit: size,
      }),
    );
    const [first] = batches;
    const last = batches.at(-1);
    if (!first || !last) return;
    for (const batch of batches) {
      const reader = new BatchReader(batch);
      const calls = reader.list(matches).slice(0, left);
      left -= calls.length;
      if (calls.length > 0) yield [calls, reader];
    }
    if (query.id !== undefined || batches.length < size) return;
    const calls = batches.reduce((sum, { first_id, last_id }) => sum + last_id - first_id + 1, 0);
    size = Math.min(MOST_BATCHES, Math.max(1, Math.floor((AT_ONCE * batches.length) / calls)));
    before = last.first_id;
    await othersTurn();
  }
}

export interface RefusedCalls {
  readonly count: number;
  /** The newest. */
  readonly last: KeptCall;
}

/** Stands for the bot of calls that are about bots and belong to none: a wrong CLIENT_ID, a wrong code of a webhook. */
export const NO_BOT = 0;

export async function refusedByBot(scope: Scope): Promise<ReadonlyMap<number, RefusedCalls>> {
  const found = new Map<number, RefusedCalls>();
  for await (const [calls] of findCalls(scope, { isRefused: true, limit: Number.POSITIVE_INFINITY }))
    for (const call of calls)
      for (const bot of botsOrNone(call)) {
        const known = found.get(bot);
        found.set(bot, { count: (known?.count ?? 0) + 1, last: known?.last ?? call });
      }
  return found;
}

function botsOrNone(call: KeptCall): readonly number[] {
  const bots = botsOf(call);
  return bots.length === 0 && isForBots(call.method) ? [NO_BOT] : bots;
}

function fits(call: KeptCall, query: CallQuery): boolean {
  const { id, isRefused, since, until, method, botId, chatId, messageId, userId, applicationId, eventId } = query;
  const { isOfPrograms, madeBy, before } = query;
  const is = <T>(wanted: T | undefined, value: T) => wanted === undefined || wanted === value;
  return (
    is(id, call.id) &&
    (!isRefused || call.error !== undefined) &&
    (since === undefined || call.at >= since) &&
    (until === undefined || call.at <= until) &&
    is(method, call.method.toLowerCase()) &&
    (botId === undefined || botsOf(call).includes(botId)) &&
    (chatId === undefined || call.chats.includes(chatId)) &&
    (messageId === undefined || call.messages.includes(messageId)) &&
    (madeBy === undefined || isMadeBy(call, madeBy)) &&
    is(userId, call.caller.userId) &&
    is(applicationId, call.caller.applicationId) &&
    (!isOfPrograms || call.caller.kind !== 'person') &&
    (eventId === undefined || isAbout(call, eventId)) &&
    (before === undefined || call.id < before)
  );
}

function isAbout({ deliveries, events }: KeptCall, eventId: number): boolean {
  return events.includes(eventId) || deliveries.some((one) => one.eventId === eventId);
}
