import type { Selectable } from 'kysely';
import type { Session } from '../session.ts';
import { statement, valuesOf } from '../statement.ts';
import type { CallBatchTable } from '../tables/call-log-table.ts';

export type CallBatch = Selectable<CallBatchTable>;
/** Without the texts, which are many times as long. */
export type CallBatchFacts = Omit<CallBatch, 'texts'>;

const FACTS = ['first_id', 'last_id', 'from_at', 'until_at', 'refused', 'dropped', 'facts'] as const;
const ALL = [...FACTS, 'texts'] as const;

/** Which batches are looked at, the newest first. */
export interface CallWindow {
  /** Only those with a call before that one. */
  readonly before: number;
  /** Only those with a call that began then or later, and with one that began no later than that. Milliseconds since 1970. */
  readonly since: number;
  readonly until: number;
  /** Only those with a refused call. */
  readonly isRefused: boolean;
  readonly limit: number;
}

const insert = statement((db, p: CallBatch) => db.insertInto('call_batch').values(valuesOf(p, ALL)));
const newest = statement((db) => db.selectFrom('call_batch').select('last_id').orderBy('first_id', 'desc').limit(1));
const window = statement((db, p: Omit<CallWindow, 'isRefused'> & { leastRefused: number }) =>
  db
    .selectFrom('call_batch')
    .select(FACTS)
    .where('first_id', '<', p.before)
    .where('until_at', '>=', p.since)
    .where('from_at', '<=', p.until)
    .where('refused', '>=', p.leastRefused)
    .orderBy('first_id', 'desc')
    .limit(p.limit),
);
const texts = statement((db, p: { firstId: number }) =>
  db.selectFrom('call_batch').select('texts').where('first_id', '=', p.firstId),
);
const old = statement((db, p: { upTo: number; before: number; limit: number }) =>
  db
    .selectFrom('call_batch')
    .select('first_id')
    .where((eb) => eb.or([eb('last_id', '<=', p.upTo), eb('until_at', '<', p.before)]))
    .orderBy('first_id')
    .limit(p.limit),
);
const remove = statement((db, p: { firstId: number }) => db.deleteFrom('call_batch').where('first_id', '=', p.firstId));
const total = statement((db) =>
  db
    .selectFrom('call_batch')
    .select((eb) => [
      eb.fn.min<number | null>('first_id').as('first'),
      eb.fn.max<number | null>('last_id').as('last'),
      eb.fn.coalesce(eb.fn.sum<number>('dropped'), eb.lit(0)).as('dropped'),
    ]),
);

/** REST calls as they are kept. */
export function callBatches(session: Session) {
  return {
    async insertBatch(batch: CallBatch): Promise<void> {
      await session.all(insert, batch);
    },

    /** The number of the newest call; 0: there is none. */
    async getNewestId(): Promise<number> {
      const [row] = await session.all(newest, {});
      return Number(row?.last_id ?? 0);
    },

    async listBatches({ isRefused, ...rest }: CallWindow): Promise<CallBatchFacts[]> {
      const rows = await session.all(window, { ...rest, leastRefused: isRefused ? 1 : 0 });
      return rows.map((row) => ({
        ...row,
        first_id: Number(row.first_id),
        last_id: Number(row.last_id),
        from_at: Number(row.from_at),
        until_at: Number(row.until_at),
      }));
    },

    async findTexts(firstId: number): Promise<string | undefined> {
      const [row] = await session.all(texts, { firstId });
      return row?.texts;
    },

    /** How many calls are in the batches, and how many were not kept. */
    async countCalls(): Promise<{ readonly kept: number; readonly dropped: number }> {
      const [row] = await session.all(total, {});
      const kept = row?.first == null ? 0 : Number(row.last) - Number(row.first) + 1;
      return { kept, dropped: Number(row?.dropped ?? 0) };
    },

    /** Batches that hold no call after `upTo`, or none that began at `before` or later; answers how many, `limit` at most. */
    async deleteOld(upTo: number, before: number, limit: number): Promise<number> {
      const rows = await session.all(old, { upTo, before, limit });
      for (const { first_id } of rows) await session.all(remove, { firstId: Number(first_id) });
      return rows.length;
    },
  };
}
