import type { BotEvent } from '../domain/event.ts';
import { first, type Session } from './session.ts';
import { statement } from './statement.ts';
import { EVENT_STATE, PENDING } from './stores/event-log.ts';

/** An event that waits to be delivered. */
export interface PendingEvent {
  readonly id: number;
  readonly botId: number;
  /** Events of a lane are delivered one after the other. */
  readonly lane: number;
  readonly event: BotEvent;
  /** Tries so far. */
  readonly attempts: number;
  readonly firstFailedAt: number | null;
  /** Not before then; milliseconds since 1970. */
  readonly nextTryAt: number;
}

/** A bot whose events this process may deliver. */
export interface Lease {
  readonly epoch: number;
  /** Failures in a row; kept, so that a restart does not unleash a storm. */
  readonly failures: number;
  readonly notBefore: number;
  /** false: like the cloud, an event is sent once and never again. */
  readonly retries: boolean;
}

/** One try, as it is kept. */
export interface Attempt {
  readonly eventId: number;
  readonly at: number;
  readonly durationMs: number;
  readonly status: number | null;
  readonly error: string | null;
  readonly answer: string | null;
}

const claim = statement((db, p: { botId: number; owner: string; now: number; until: number }) =>
  db
    .insertInto('bot_delivery')
    .values({ bot_id: p.botId, lease_owner: p.owner, lease_until: p.until, epoch: 1 })
    .onConflict((conflict) =>
      conflict
        .column('bot_id')
        .doUpdateSet((eb) => ({ lease_owner: p.owner, lease_until: p.until, epoch: eb('bot_delivery.epoch', '+', 1) }))
        .where((eb) =>
          eb.or([
            eb('bot_delivery.lease_until', '<', p.now),
            eb('bot_delivery.lease_owner', '=', p.owner),
            eb('bot_delivery.lease_owner', 'is', null),
          ]),
        ),
    )
    .returning(['epoch', 'failures', 'not_before', 'retries']),
);
const renew = statement((db, p: { owner: string; until: number }) =>
  db.updateTable('bot_delivery').set({ lease_until: p.until }).where('lease_owner', '=', p.owner),
);
const release = statement((db, p: { owner: string }) =>
  db.updateTable('bot_delivery').set({ lease_owner: null, lease_until: 0 }).where('lease_owner', '=', p.owner),
);
const releaseAll = statement((db, _: Record<never, never>) =>
  db.updateTable('bot_delivery').set({ lease_owner: null, lease_until: 0 }).where('lease_owner', 'is not', null),
);
const botsWithPending = statement((db, _: Record<never, never>) =>
  db.selectFrom('event').select('bot_id').distinct().where('state', '=', PENDING),
);
const pending = statement((db, p: { botId: number; after: number; limit: number }) =>
  db
    .selectFrom('event')
    .select(['id', 'bot_id', 'lane', 'type', 'facts', 'attempts', 'first_failed_at', 'next_try_at'])
    .where('bot_id', '=', p.botId)
    .where('state', '=', PENDING)
    .where('id', '>', p.after)
    .orderBy('id')
    .limit(p.limit),
);
const pendingInLane = statement((db, p: { botId: number; lane: number; after: number; upTo: number; limit: number }) =>
  db
    .selectFrom('event')
    .select(['id', 'bot_id', 'lane', 'type', 'facts', 'attempts', 'first_failed_at', 'next_try_at'])
    .where('bot_id', '=', p.botId)
    .where('state', '=', PENDING)
    .where('id', '>', p.after)
    .where('id', '<=', p.upTo)
    .where('lane', '=', p.lane)
    .orderBy('id')
    .limit(p.limit),
);
const stillPending = statement((db, p: { id: number }) =>
  db.selectFrom('event').select('id').where('id', '=', p.id).where('state', '=', PENDING),
);
const beyond = statement((db, p: { botId: number; offset: number }) =>
  db
    .selectFrom('event')
    .select('id')
    .where('bot_id', '=', p.botId)
    .where('state', '=', PENDING)
    .orderBy('id')
    .limit(1)
    .offset(p.offset),
);
const noteFrom = statement((db, p: { botId: number; fromId: number; limit: number; now: number; note: string }) =>
  db
    .insertInto('attempt')
    .columns(['event_id', 'at', 'duration_ms', 'error'])
    .expression((eb) =>
      eb
        .selectFrom('event')
        .select((one) => ['id', one.val(p.now).as('at'), one.lit(0).as('duration_ms'), one.val(p.note).as('error')])
        .where('bot_id', '=', p.botId)
        .where('id', '>=', p.fromId)
        .where('state', '=', PENDING)
        .orderBy('id')
        .limit(p.limit),
    ),
);
const finishFrom = statement((db, p: { botId: number; fromId: number; limit: number; now: number; state: number }) =>
  db
    .updateTable('event')
    .set({ state: p.state, finished_at: p.now })
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('event')
        .select('id')
        .where('bot_id', '=', p.botId)
        .where('id', '>=', p.fromId)
        .where('state', '=', PENDING)
        .orderBy('id')
        .limit(p.limit),
    )
    .returning('id'),
);
const finish = statement((db, p: { id: number; state: number; now: number }) =>
  db
    .updateTable('event')
    .set((eb) => ({ state: p.state, finished_at: p.now, attempts: eb('attempts', '+', 1) }))
    .where('id', '=', p.id)
    .where('state', '=', PENDING),
);
const retry = statement((db, p: { id: number; now: number; nextTryAt: number }) =>
  db
    .updateTable('event')
    .set((eb) => ({
      attempts: eb('attempts', '+', 1),
      first_failed_at: eb.fn.coalesce('first_failed_at', eb.val(p.now)),
      next_try_at: p.nextTryAt,
    }))
    .where('id', '=', p.id)
    .where('state', '=', PENDING),
);
const retries = statement((db, p: { botId: number; retries: number }) =>
  db
    .insertInto('bot_delivery')
    .values({ bot_id: p.botId, retries: p.retries })
    .onConflict((conflict) => conflict.column('bot_id').doUpdateSet({ retries: p.retries })),
);
const health = statement((db, p: { botId: number; failures: number; notBefore: number }) =>
  db.updateTable('bot_delivery').set({ failures: p.failures, not_before: p.notBefore }).where('bot_id', '=', p.botId),
);
const record = statement(
  (
    db,
    p: {
      eventId: number;
      at: number;
      durationMs: number;
      status: number | null;
      error: string | null;
      answer: string | null;
    },
  ) =>
    db.insertInto('attempt').values({
      event_id: p.eventId,
      at: p.at,
      duration_ms: p.durationMs,
      status: p.status,
      error: p.error,
      request: null,
      answer: p.answer,
    }),
);
const counts = statement((db, _: Record<never, never>) =>
  db
    .selectFrom('event')
    .select((eb) => ['state', eb.fn.countAll<number>().as('count')])
    .groupBy('state'),
);

/** The outbox as delivery sees it: which bots have something to come, what it is, and what became of it. */
export function outbox(session: Session) {
  return {
    /** Takes the bot for `owner` until `until`; undefined while another process has it. */
    async claim(botId: number, owner: string, now: number, until: number): Promise<Lease | undefined> {
      const row = await first(session, claim, { botId, owner, now, until });
      return row && { epoch: row.epoch, failures: row.failures, notBefore: row.not_before, retries: row.retries === 1 };
    },
    /** Prolongs all leases of `owner` in one statement. */
    async renew(owner: string, until: number): Promise<void> {
      await session.all(renew, { owner, until });
    },
    async release(owner: string): Promise<void> {
      await session.all(release, { owner });
    },
    /** For the only process there can be: leases of one that was killed are nobody's. */
    async releaseAll(): Promise<void> {
      await session.all(releaseAll, {});
    },
    async botsWithPending(): Promise<number[]> {
      return (await session.all(botsWithPending, {})).map((row) => row.bot_id);
    },
    /** In the order they happened. */
    async pending(botId: number, after: number, limit: number): Promise<PendingEvent[]> {
      return (await session.all(pending, { botId, after, limit })).map(toPendingEvent);
    },
    /** Of one lane, after the event `after` up to the event `upTo`. */
    async pendingInLane(
      botId: number,
      lane: number,
      after: number,
      upTo: number,
      limit: number,
    ): Promise<PendingEvent[]> {
      return (await session.all(pendingInLane, { botId, lane, after, upTo, limit })).map(toPendingEvent);
    },
    /** false: it has come to its end, or was dropped with its bot, while it was in hand. */
    async isPending(id: number): Promise<boolean> {
      return (await session.all(stillPending, { id })).length > 0;
    },
    /** The first event beyond the oldest `allowed` ones that wait. */
    async firstBeyond(botId: number, allowed: number): Promise<number | undefined> {
      return (await first(session, beyond, { botId, offset: allowed }))?.id;
    },
    /** Makes dead letters of up to `limit` events that wait, from `fromId` on, with a note saying why; answers how many. */
    async buryFrom(botId: number, fromId: number, limit: number, note: string, now: number): Promise<number> {
      await session.all(noteFrom, { botId, fromId, limit, note, now });
      return (await session.all(finishFrom, { botId, fromId, limit, state: EVENT_STATE.dead, now })).length;
    },
    async finish(id: number, outcome: EventEnd, now: number): Promise<void> {
      await session.all(finish, { id, state: EVENT_STATE[outcome], now });
    },
    async retryAt(id: number, now: number, nextTryAt: number): Promise<void> {
      await session.all(retry, { id, now, nextTryAt });
    },
    /** Whether a failed event is tried again at all; holds from the next claim of the bot on, 15 seconds at most. */
    async keepRetries(botId: number, isOn: boolean): Promise<void> {
      await session.all(retries, { botId, retries: Number(isOn) });
    },
    async keepHealth(botId: number, failures: number, notBefore: number): Promise<void> {
      await session.all(health, { botId, failures, notBefore });
    },
    async recordAttempt(attempt: Attempt): Promise<void> {
      await session.all(record, { ...attempt, durationMs: Math.round(attempt.durationMs) });
    },
    /** How many events are in which state. */
    async counts(): Promise<Readonly<Record<keyof typeof EVENT_STATE, number>>> {
      const rows = await session.all(counts, {});
      const of = (state: number) => Number(rows.find((row) => row.state === state)?.count ?? 0);
      return { pending: of(0), delivered: of(1), dead: of(2), dropped: of(3) };
    },
  };
}

/** How an event can come to its end. */
export type EventEnd = Exclude<keyof typeof EVENT_STATE, 'pending'>;

export type Outbox = ReturnType<typeof outbox>;

interface PendingRow {
  id: number;
  bot_id: number;
  lane: number;
  type: string;
  facts: string;
  attempts: number;
  first_failed_at: number | null;
  next_try_at: number;
}

function toPendingEvent(row: PendingRow): PendingEvent {
  return {
    id: row.id,
    botId: row.bot_id,
    lane: row.lane,
    event: { type: row.type, ...(JSON.parse(row.facts) as object) } as BotEvent,
    attempts: row.attempts,
    firstFailedAt: row.first_failed_at,
    nextTryAt: row.next_try_at,
  };
}
