import { type Expression, sql } from 'kysely';
import type { Message } from '#domain/message/message.ts';
import type { Session } from '../session.ts';
import { type Builder, statement } from '../statement.ts';

/*
 * How many lines each author wrote into a chat, noted at every 32nd line, so that nobody counts what is unread line by
 * line (docs/decisions/0014-unread-lines-are-the-difference-of-totals.md). Lines of the portal itself are nobody's.
 */

/** Lines from one note to the next. */
const BLOCK = 32;
/** Who wrote what the portal itself wrote; of the totals, the author of all others together. */
const NOBODY = 0;

export type Line = Pick<Message, 'id' | 'seq'>;

/** How many lines each author wrote since the last one that is noted. */
export type Since = Map<number, number>;

export const block = sql.lit(BLOCK);
/** The last line up to one with that number which is noted. */
export const notedBefore = (seq: Expression<number>) => sql<number>`${seq} - ${seq} % ${block}`;
export const nobody = sql.lit(NOBODY);
/** Written out in the SQL: SQLite is slower with a limit that it is told only when it runs. */
export const one = sql.lit(1);

/** What an author had written up to a line that is noted. */
export const noted = (
  db: Builder,
  chatId: Expression<number> | number,
  authorId: Expression<number> | number,
  seq: Expression<number> | number,
) =>
  db
    .selectFrom('line_total')
    .select('lines')
    .where('chat_id', '=', chatId)
    .where('author_id', '=', authorId)
    .where('seq', '<=', seq)
    .orderBy('seq', 'desc')
    .limit(one);

export const note = statement((db, p: { chatId: number; seq: number; noted: number }) => {
  const newest = () =>
    db
      .selectFrom((eb) =>
        eb
          .selectFrom('message')
          .select(['author_id', 'seq'])
          .where('chat_id', '=', p.chatId)
          .orderBy('id', 'desc')
          .limit(block)
          .as('newest'),
      )
      .where('seq', '>', p.noted)
      .where('author_id', '<>', nobody);
  return db
    .insertInto('line_total')
    .columns(['chat_id', 'author_id', 'seq', 'lines'])
    .expression((eb) =>
      eb
        .selectFrom(
          newest()
            .select('author_id')
            .unionAll(newest().select(nobody.as('author_id')))
            .as('line'),
        )
        .select((line) => [
          sql<number>`cast(${p.chatId} as bigint)`.as('chat_id'),
          'line.author_id',
          sql<number>`cast(${p.seq} as integer)`.as('seq'),
          sql<number>`count(*) + coalesce(${noted(db, p.chatId, line.ref('line.author_id'), p.noted)}, 0)`.as('lines'),
        ])
        .groupBy('line.author_id'),
    );
});
export const noteOf = statement(
  (db, p: { chatId: number; authorId: number; seq: number; noted: number; wrote: number }) =>
    db.insertInto('line_total').values({
      chat_id: p.chatId,
      author_id: p.authorId,
      seq: p.seq,
      lines: sql<number>`cast(${p.wrote} as integer) + coalesce(${noted(db, p.chatId, p.authorId, p.noted)}, 0)`,
    }),
);
export const takeOut = statement((db, p: { chatId: number; authorId: number; seq: number }) =>
  db
    .updateTable('line_total')
    .set((eb) => ({ lines: eb('lines', '-', one) }))
    .where('chat_id', '=', p.chatId)
    .where('author_id', 'in', [nobody, sql<number>`${p.authorId}`])
    .where('seq', '>=', p.seq),
);
export const forget = statement((db, p: { chatId: number; after: number }) =>
  db.deleteFrom('line_total').where('chat_id', '=', p.chatId).where('seq', '>', p.after),
);
export const remove = statement((db, p: { chatId: number; authorId: number; upTo: number }) =>
  db
    .deleteFrom('line_total')
    .where('chat_id', '=', p.chatId)
    .where('author_id', '=', p.authorId)
    .where('seq', '<=', p.upTo),
);
/** With one line more, by that author. */
export function withLine(
  since: Since | undefined,
  { seq, authorId }: Pick<Message, 'seq' | 'authorId'>,
): Since | undefined {
  const wrote: Since | undefined = seq % BLOCK === 1 ? new Map() : since;
  wrote?.set(authorId, 1 + (wrote.get(authorId) ?? 0));
  return wrote;
}

/**
 * To be called with each new line, and with who wrote those since the last note, that one included; what it costs it costs at
 * every 32nd. Where it is not known who wrote, the lines are read again.
 */
export async function noteTotals(
  session: Session,
  { chatId, seq }: Pick<Message, 'chatId' | 'seq'>,
  since: Since | undefined,
): Promise<void> {
  if (seq % BLOCK !== 0) return;
  const at = { chatId, seq, noted: seq - BLOCK };
  if (!since) {
    await session.all(note, at);
    return;
  }
  let all = 0;
  for (const [authorId, wrote] of since) {
    if (authorId === NOBODY) continue;
    all += wrote;
    await session.all(noteOf, { ...at, authorId, wrote });
  }
  if (all > 0) await session.all(noteOf, { ...at, authorId: NOBODY, wrote: all });
}

/** After a line was taken out, with the newest one that is left. Where that stands before a note, it will be made again. */
export async function correctTotals(
  session: Session,
  { chatId, authorId, seq }: Pick<Message, 'chatId' | 'authorId' | 'seq'>,
  newest: Line | undefined,
): Promise<void> {
  if (authorId !== NOBODY) await session.all(takeOut, { chatId, authorId, seq });
  const after = newest?.seq ?? 0;
  if (after < notedUpTo(seq)) await session.all(forget, { chatId, after });
}

/** With the oldest lines of a chat of which nothing is to stay, the totals that stand among them. */
export async function deleteTotals(
  session: Session,
  chatId: number,
  lines: readonly { readonly author_id: number; readonly seq: number }[],
): Promise<void> {
  const upTo = lines.reduce((highest, { seq }) => Math.max(highest, seq), 0);
  for (const authorId of new Set([NOBODY, ...lines.map(({ author_id }) => author_id)]))
    await session.all(remove, { chatId, authorId, upTo });
}

/** The last line up to that one which is noted. */
export function notedUpTo(seq: number): number {
  return seq - (seq % BLOCK);
}
