import { sql } from 'kysely';
import type { ChatIndex, HitsAsked, IndexedLine } from '#domain/message/message-words.ts';
import { first, type Session } from '../session.ts';
import { type Builder, statement } from '../statement.ts';
import { keptWords, wordQuery } from './kept-words.ts';
import { newestLineIn } from './newest-line-in.ts';

/*
 * Which messages of a chat have a word that begins so (docs/decisions/0019-messages-are-indexed-when-they-are-searched.md).
 */

export const index = statement((db, p: { chatId: number }) =>
  db.selectFrom('chat_index').select(['from_id', 'up_to_id']).where('chat_id', '=', p.chatId),
);
export const setIndex = statement((db, p: { chatId: number; fromId: number; upToId: number }) =>
  db
    .insertInto('chat_index')
    .values({ chat_id: p.chatId, from_id: p.fromId, up_to_id: p.upToId })
    .onConflict((conflict) => conflict.column('chat_id').doUpdateSet({ from_id: p.fromId, up_to_id: p.upToId })),
);
export const removeIndex = statement((db, p: { chatId: number }) =>
  db.deleteFrom('chat_index').where('chat_id', '=', p.chatId),
);
export const chatsAfter = statement((db, p: { after: number; limit: number }) =>
  db
    .selectFrom('chat')
    .leftJoin('chat_index', 'chat_index.chat_id', 'chat.id')
    .select(['chat.id', 'chat_index.from_id', 'chat_index.up_to_id'])
    .select(newestLineIn(db, 'chat.id').as('newest_id'))
    .where('chat.id', '>', p.after)
    .orderBy('chat.id')
    .limit(p.limit),
);
export const insertInSqlite = statement((db, p: { id: number; words: string }) =>
  db.insertInto('message_word').values({ rowid: p.id, words: p.words }),
);
export const insertInPostgres = statement((db, p: { id: number; words: string }) =>
  db
    .insertInto('message_word')
    .values({ message_id: p.id, words: sql<string>`array_to_tsvector(string_to_array(${p.words}, ' '))` })
    .onConflict((conflict) => conflict.column('message_id').doUpdateSet((eb) => ({ words: eb.ref('excluded.words') }))),
);
/** Each piece of writing is a segment of its own: a part of merging them, in pages, so that nobody waits for all of it. */
const MERGED = 16;
/** Rows that count as written where there was nothing to merge: the one that told to. */
const TOLD_OF_NOTHING = 1;
export const mergeInSqlite = statement((db, _: Record<never, never>) =>
  db.insertInto('message_word').values({ message_word: sql.lit('merge'), rank: sql.lit(MERGED) } as never),
);
/** Rows that this connection has written since it was opened; the index itself lies in rows, too. */
export const writtenInSqlite = statement((db, _: Record<never, never>) =>
  db.selectNoFrom(sql<number>`total_changes()`.as('rows')),
);
export const removeInSqlite = statement((db, p: { id: number }) =>
  db.deleteFrom('message_word').where('rowid', '=', p.id),
);
export const removeInPostgres = statement((db, p: { id: number }) =>
  db.deleteFrom('message_word').where('message_id', '=', p.id),
);

interface HitsBound {
  query: string;
  after: number;
  before: number;
  limit: number;
}
const hitsInSqlite = (db: Builder, p: HitsBound) =>
  db
    .selectFrom('message_word')
    .select('rowid as id')
    .where(sql<boolean>`message_word match ${p.query}`)
    .where('rowid', '>', p.after)
    .where('rowid', '<', p.before)
    .limit(p.limit);
export const newestInSqlite = statement((db, p: HitsBound) => hitsInSqlite(db, p).orderBy('rowid', 'desc'));
export const oldestInSqlite = statement((db, p: HitsBound) => hitsInSqlite(db, p).orderBy('rowid'));
/** The words first: by the order of the ids the database would look through the lines of all chats. */
const hitsInPostgres = (db: Builder, p: HitsBound) =>
  db
    .with(
      (cte) => cte('hit').materialized(),
      (eb) =>
        eb
          .selectFrom('message_word')
          .select('message_id as id')
          .where(sql<boolean>`words @@ cast(${p.query} as tsquery)`),
    )
    .selectFrom('hit')
    .select('id')
    .where('id', '>', p.after)
    .where('id', '<', p.before)
    .limit(p.limit);
export const newestInPostgres = statement((db, p: HitsBound) => hitsInPostgres(db, p).orderBy('id', 'desc'));
export const oldestInPostgres = statement((db, p: HitsBound) => hitsInPostgres(db, p).orderBy('id'));

export function messageWordStore(session: Session) {
  return {
    async findIndex(chatId: number): Promise<ChatIndex | undefined> {
      return await findIndex(session, chatId);
    },
    async updateIndex(chatId: number, { fromId, upToId }: ChatIndex): Promise<void> {
      await session.all(setIndex, { chatId, fromId, upToId });
    },
    /** Of lines that have none yet. */
    async insertWords(chatId: number, lines: readonly IndexedLine[]): Promise<void> {
      for (const line of lines) await insertWords(session, chatId, line);
      await merge(session);
    },
    /** Puts some of the index together, so that less of it has to be looked at; false: nothing is left to be done. */
    async updateSegments(): Promise<boolean> {
      if (session.dialect !== 'sqlite') return false;
      const before = await first(session, writtenInSqlite, {});
      await merge(session);
      const after = await first(session, writtenInSqlite, {});
      return (after?.rows ?? 0) - (before?.rows ?? 0) > TOLD_OF_NOTHING;
    },
    /**
     * Of the next `limit` chats behind an id those with lines that have no words yet, and the id of the last of them;
     * undefined: there are no more.
     */
    async listBehind(
      after: number,
      limit: number,
    ): Promise<{ readonly behindIds: readonly number[]; readonly lastId: number | undefined }> {
      const rows = await session.all(chatsAfter, { after, limit });
      const behind = rows.filter(
        ({ newest_id, from_id, up_to_id }) => newest_id !== null && (from_id !== 0 || newest_id > (up_to_id ?? 0)),
      );
      return { behindIds: behind.map(({ id }) => id), lastId: rows.length < limit ? undefined : rows.at(-1)?.id };
    },
    /** Ids of lines with all the words, in order. */
    async listHits({ chatId, words, stretches, oldestFirst, ...bound }: HitsAsked): Promise<number[]> {
      const query = wordQuery(session.dialect, { chatId, words, stretches });
      const hits = statementOf(session.dialect === 'sqlite', oldestFirst);
      return (await session.all(hits, { ...bound, query })).map(({ id }) => id);
    },
  };
}

function statementOf(inSqlite: boolean, oldestFirst: boolean) {
  if (inSqlite) return oldestFirst ? oldestInSqlite : newestInSqlite;
  return oldestFirst ? oldestInPostgres : newestInPostgres;
}

/** After a line was changed: its words follow, if they are kept. */
export async function correctWords(session: Session, chatId: number, line: IndexedLine): Promise<void> {
  if (!(await isIndexed(session, chatId, line.id))) return;
  await deleteWords(session, line.id);
  await insertWords(session, chatId, line);
  await merge(session);
}

/** Of a line that goes. */
export async function forgetWords(session: Session, chatId: number, id: number): Promise<void> {
  if (await isIndexed(session, chatId, id)) await deleteWords(session, id);
}

/** Of the oldest lines of a chat of which nothing is to stay. */
export async function forgetOldestWords(session: Session, chatId: number, ids: readonly number[]): Promise<void> {
  const known = await findIndex(session, chatId);
  if (!known) return;
  for (const id of ids) if (id >= known.fromId && id <= known.upToId) await deleteWords(session, id);
}

export async function deleteIndex(session: Session, chatId: number): Promise<void> {
  await session.all(removeIndex, { chatId });
}

async function findIndex(session: Session, chatId: number): Promise<ChatIndex | undefined> {
  const row = await first(session, index, { chatId });
  return row && { fromId: row.from_id, upToId: row.up_to_id };
}

async function isIndexed(session: Session, chatId: number, id: number): Promise<boolean> {
  const known = await findIndex(session, chatId);
  return known !== undefined && id >= known.fromId && id <= known.upToId;
}

async function insertWords(session: Session, chatId: number, line: IndexedLine): Promise<void> {
  const words = keptWords(chatId, line);
  if (words !== '')
    await session.all(session.dialect === 'sqlite' ? insertInSqlite : insertInPostgres, { id: line.id, words });
}

async function merge(session: Session): Promise<void> {
  if (session.dialect === 'sqlite') await session.all(mergeInSqlite, {});
}

async function deleteWords(session: Session, id: number): Promise<void> {
  await session.all(session.dialect === 'sqlite' ? removeInSqlite : removeInPostgres, { id });
}
