import { sql } from 'kysely';
import { wordsOfChat, wordsOfUser } from '#domain/search/name-words.ts';
import { Profile } from '#domain/user/profile.ts';
import { columns, type Dialect } from '../dialect.ts';
import type { Session } from '../session.ts';
import type { Migration } from './migration.ts';

/** By itself the index merges so many pages at a time that everybody waits for it. */
const MERGES_WHEN_TOLD = `insert into message_word(message_word, rank) values ('automerge', 0)`;

/**
 * Words by which people, chats and messages are found (docs/decisions/0019-messages-are-indexed-when-they-are-searched.md).
 * Names are few: those that are there get their words now. Messages get theirs later.
 */
export const search: Migration = {
  name: '0021-search',
  statements(dialect: Dialect) {
    const { id, ref, text } = columns(dialect);
    const isSqlite = dialect === 'sqlite';
    const withoutRowid = isSqlite ? ' without rowid' : '';
    return [
      `create table name_word (
        portal_id ${ref} not null,
        kind ${text} not null,
        word ${text}${isSqlite ? '' : ' collate "C"'} not null,
        owner_id ${ref} not null,
        primary key (portal_id, kind, word, owner_id)
      )${withoutRowid}`,
      'create index name_word_of on name_word(owner_id, kind)',
      `create table chat_index (
        chat_id ${ref} primary key,
        from_id ${ref} not null,
        up_to_id ${ref} not null
      )`,
      ...(isSqlite
        ? [
            `create virtual table message_word using fts5(words, content='', contentless_delete=1, detail=none, tokenize='ascii')`,
            MERGES_WHEN_TOLD,
          ]
        : [
            `create table message_word (message_id ${ref} primary key, words tsvector not null)`,
            'create index message_word_words on message_word using gin(words)',
          ]),
      `create table searched_dialog (
        id ${id},
        user_id ${ref} not null,
        other_id ${ref} not null,
        chat_id ${ref} not null,
        unique (user_id, other_id, chat_id)
      )`,
    ];
  },
  async fill(session) {
    await inPieces(session, usersAfter, (row) => wordsOfUser({ ...row, profile: new Profile(row.profile) }));
    await inPieces(session, groupsAfter, (row) => wordsOfChat({ type: 'group', title: row.title }));
  },
};

interface Named {
  readonly id: number;
  readonly portalId: number;
}

const PIECE = 500;

const usersAfter = (session: Session, after: number) =>
  session.query((db) =>
    db
      .selectFrom('user')
      .select(['id', 'portal_id as portalId', 'name', 'last_name as lastName', 'email', 'profile'])
      .select('work_position as workPosition')
      .where('id', '>', after)
      .orderBy('id')
      .limit(PIECE),
  );
const groupsAfter = (session: Session, after: number) =>
  session.query((db) =>
    db
      .selectFrom('chat')
      .select(['id', 'portal_id as portalId', 'title'])
      .where('type', '<>', sql.lit('private'))
      .where('id', '>', after)
      .orderBy('id')
      .limit(PIECE),
  );

async function inPieces<T extends Named>(
  session: Session,
  rowsAfter: (session: Session, after: number) => Promise<T[]> | T[],
  wordsOf: (row: T) => ReturnType<typeof wordsOfChat>,
): Promise<void> {
  for (let after = 0; ; ) {
    const rows = await rowsAfter(session, after);
    const words = rows.flatMap((row) =>
      wordsOf(row).map(({ kind, word }) => ({ portal_id: row.portalId, kind, word, owner_id: row.id })),
    );
    for (let at = 0; at < words.length; at += PIECE)
      await session.query((db) => db.insertInto('name_word').values(words.slice(at, at + PIECE)));
    const last = rows.at(-1);
    if (!last) return;
    after = last.id;
  }
}
