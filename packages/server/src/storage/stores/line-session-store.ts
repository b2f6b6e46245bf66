import { type Selectable, sql } from 'kysely';
import type { LineSession, SessionDraft, SessionState } from '#domain/line/session.ts';
import { first, type Session } from '../session.ts';
import { statement, type ValuesOf, valuesOf } from '../statement.ts';
import type { LineSessionTable } from '../tables/line-tables.ts';

const CHANGED = ['queue_line_id', 'operator_id', 'state', 'asked_ids', 'tried_ids', 'due_at', 'closed_at'] as const;
const WRITTEN = [...CHANGED, 'line_id', 'chat_id', 'visitor_id', 'bot_id', 'begins_after', 'started_at'] as const;
/** Written out in the SQL, as in the indexes of those that are open. */
const CLOSED = sql.lit('closed');
export const insert = statement((db, p: ValuesOf<LineSessionTable, typeof WRITTEN>) =>
  db.insertInto('line_session').values(valuesOf(p, WRITTEN)).returning('id'),
);
export const byId = statement((db, p: { id: number }) =>
  db.selectFrom('line_session').selectAll().where('id', '=', p.id),
);
export const open = statement((db, p: { chatId: number }) =>
  db.selectFrom('line_session').selectAll().where('chat_id', '=', p.chatId).where('state', '<>', CLOSED),
);
export const newest = statement((db, p: { chatId: number }) =>
  db.selectFrom('line_session').selectAll().where('chat_id', '=', p.chatId).orderBy('id', 'desc').limit(1),
);
export const next = statement((db, p: { chatId: number; id: number }) =>
  db
    .selectFrom('line_session')
    .selectAll()
    .where('chat_id', '=', p.chatId)
    .where('id', '>', p.id)
    .orderBy('id')
    .limit(1),
);
export const countOpen = statement((db, p: { operatorId: number }) =>
  db
    .selectFrom('line_session')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('operator_id', '=', p.operatorId)
    .where('state', '<>', CLOSED),
);
export const due = statement((db, p: { now: number; limit: number }) =>
  db.selectFrom('line_session').selectAll().where('due_at', '<=', p.now).orderBy('due_at').limit(p.limit),
);
export const update = statement((db, p: ValuesOf<LineSessionTable, typeof CHANGED> & { id: number }) =>
  db.updateTable('line_session').set(valuesOf(p, CHANGED)).where('id', '=', p.id),
);

/** Conversations with visitors; a `Session` here is a connection to the database. */
export function lineSessionStore(session: Session) {
  return {
    async insertSession(draft: SessionDraft): Promise<LineSession> {
      const row = await first(session, insert, toRow(draft));
      return { ...draft, id: (row as { id: number }).id };
    },
    async findSession(id: number): Promise<LineSession | undefined> {
      const row = await first(session, byId, { id });
      return row && toSession(row);
    },
    /** The one of a chat that has not ended. */
    async findOpen(chatId: number): Promise<LineSession | undefined> {
      const row = await first(session, open, { chatId });
      return row && toSession(row);
    },
    async findNewest(chatId: number): Promise<LineSession | undefined> {
      const row = await first(session, newest, { chatId });
      return row && toSession(row);
    },
    /** The one of the same chat that began after it. */
    async findNext({ chatId, id }: Pick<LineSession, 'chatId' | 'id'>): Promise<LineSession | undefined> {
      const row = await first(session, next, { chatId, id });
      return row && toSession(row);
    },
    /** Those that a person has in hand, or is alone asked to take. */
    async countOpenOf(operatorId: number): Promise<number> {
      return Number((await first(session, countOpen, { operatorId }))?.count ?? 0);
    },
    /** The `limit` whose time came first. */
    async listDue(now: number, limit: number): Promise<LineSession[]> {
      return (await session.all(due, { now, limit })).map(toSession);
    },
    async updateSession(changed: LineSession): Promise<void> {
      const { queue_line_id, operator_id, state, asked_ids, tried_ids, due_at, closed_at } = toRow(changed);
      const row = { queue_line_id, operator_id, state, asked_ids, tried_ids, due_at, closed_at };
      await session.all(update, { id: changed.id, ...row });
    },
  };
}

function toRow(draft: SessionDraft) {
  return {
    line_id: draft.lineId,
    queue_line_id: draft.queueLineId,
    chat_id: draft.chatId,
    visitor_id: draft.visitorId,
    bot_id: draft.botId,
    begins_after: draft.beginsAfter,
    operator_id: draft.operatorId,
    state: draft.state,
    asked_ids: JSON.stringify(draft.askedIds),
    tried_ids: JSON.stringify(draft.triedIds),
    due_at: draft.dueAt,
    started_at: draft.startedAt,
    closed_at: draft.closedAt,
  };
}

function toSession(row: Selectable<LineSessionTable>): LineSession {
  return {
    id: row.id,
    lineId: row.line_id,
    queueLineId: row.queue_line_id,
    chatId: row.chat_id,
    visitorId: row.visitor_id,
    botId: row.bot_id,
    beginsAfter: row.begins_after,
    operatorId: row.operator_id,
    state: row.state as SessionState,
    askedIds: JSON.parse(row.asked_ids) as readonly number[],
    triedIds: JSON.parse(row.tried_ids) as readonly number[],
    dueAt: row.due_at,
    startedAt: row.started_at,
    closedAt: row.closed_at,
  };
}
