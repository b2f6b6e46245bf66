import type { ChatSearch, MemberSearch, UserSearch } from '#domain/search/name-search.ts';
import type { NameWordKind } from '#domain/search/name-words.ts';
import type { Session } from '../session.ts';
import type { Builder } from '../statement.ts';
import { leftBehind } from './leftover-store.ts';

/*
 * Who and what is found by words of names. Each word narrows what is found, so that these queries are built at each call.
 */

/** Behind every word that begins with the same. */
const LAST = '\u{10ffff}';

/** The kind of entity of the chats of open channels. */
const LINES = 'LINES';

const beginningWith = (db: Builder, portalId: number, kinds: readonly NameWordKind[], word: string) =>
  db
    .selectFrom('name_word')
    .where('portal_id', '=', portalId)
    .where('kind', 'in', [...kinds])
    .where('word', '>=', word)
    .where('word', '<', word + LAST);

function usersFound(db: Builder, { portalId, words, employeesOnly, contactsOf }: UserSearch) {
  let users = db
    .selectFrom('user')
    .where('user.portal_id', '=', portalId)
    .where('user.is_active', '=', 1)
    .where('user.is_visitor', '=', 0)
    .where(
      'user.id',
      'not in',
      db.selectFrom('bot').select('user_id').where('portal_id', '=', portalId).where('is_hidden', '=', 1),
    );
  for (const { word, departmentIds } of words) {
    const named = beginningWith(db, portalId, ['name', 'position'], word).select('owner_id');
    const working = db
      .selectFrom('name_word')
      .select('owner_id')
      .where('portal_id', '=', portalId)
      .where('kind', '=', 'department')
      .where('word', 'in', departmentIds.map(String));
    users = users.where('user.id', 'in', departmentIds.length > 0 ? named.union(working) : named);
  }
  if (employeesOnly) users = users.where('user.is_bot', '=', 0).where('user.is_extranet', '=', 0);
  if (contactsOf === undefined) return users;
  const contacts = db
    .selectFrom('member as mine')
    .innerJoin('member as theirs', 'theirs.chat_id', 'mine.chat_id')
    .select('theirs.user_id')
    .where('mine.user_id', '=', contactsOf);
  return users.where((eb) =>
    eb.or([eb('user.is_bot', '=', 1), eb('user.id', '=', contactsOf), eb('user.id', 'in', contacts)]),
  );
}

function chatsFound(db: Builder, { portalId, viewerId, words, openOnes, ofLines }: ChatSearch) {
  const own = db.selectFrom('member').select('chat_id').where('user_id', '=', viewerId);
  let chats = db
    .selectFrom('chat')
    .where('chat.portal_id', '=', portalId)
    .where('chat.type', '<>', 'private')
    .where('chat.entity_type', ofLines ? '=' : '<>', LINES)
    .where('chat.id', 'not in', leftBehind(db, 'chat'))
    .where((eb) => {
      const inIt = eb('chat.id', 'in', own);
      return openOnes ? eb.or([inIt, eb('chat.type', '=', 'open')]) : inIt;
    });
  for (const { word, userIds } of words) {
    const titled = beginningWith(db, portalId, ['title'], word).select('owner_id');
    const joined = db
      .selectFrom('member')
      .select('chat_id as owner_id')
      .where('user_id', 'in', [...userIds]);
    chats = chats.where('chat.id', 'in', userIds.length > 0 ? titled.union(joined) : titled);
  }
  return chats;
}

function membersFound(db: Builder, { portalId, chatId, words, limit }: MemberSearch) {
  let members = db
    .selectFrom('member')
    .innerJoin('user', 'user.id', 'member.user_id')
    .where('member.chat_id', '=', chatId)
    .where('user.is_active', '=', 1);
  for (const word of words)
    members = members.where('user.id', 'in', beginningWith(db, portalId, ['name'], word).select('owner_id'));
  return members.select('user.id').orderBy('user.id').limit(limit);
}

export function foundNames(session: Session) {
  return {
    /** Ids of all that are found, ascending: to count them takes as long. */
    async listUsers(search: UserSearch): Promise<number[]> {
      const rows = await session.query((db) => usersFound(db, search).select('user.id').orderBy('user.id'));
      return rows.map(({ id }) => id);
    },
    /** The same, the newest first. */
    async listChats(search: ChatSearch): Promise<number[]> {
      const rows = await session.query((db) => chatsFound(db, search).select('chat.id').orderBy('chat.id', 'desc'));
      return rows.map(({ id }) => id);
    },
    /** Ids of those who were not dismissed, ascending. */
    async listNamedIn(search: MemberSearch): Promise<number[]> {
      return (await session.query((db) => membersFound(db, search))).map(({ id }) => id);
    },
    /** Ids of `limit` users with a name that begins so. */
    async listNamed(portalId: number, word: string, limit: number): Promise<number[]> {
      const rows = await session.query((db) =>
        beginningWith(db, portalId, ['name'], word).select('owner_id').distinct().limit(limit),
      );
      return rows.map((row) => row.owner_id);
    },
    /** Ids of those who work in one of the departments and were not dismissed, by id. */
    async listWorkingIn(portalId: number, departmentIds: readonly number[]): Promise<number[]> {
      if (departmentIds.length === 0) return [];
      const rows = await session.query((db) =>
        db
          .selectFrom('name_word')
          .innerJoin('user', 'user.id', 'name_word.owner_id')
          .select('user.id')
          .where('name_word.portal_id', '=', portalId)
          .where('name_word.kind', '=', 'department')
          .where('name_word.word', 'in', departmentIds.map(String))
          .where('user.is_active', '=', 1)
          .distinct()
          .orderBy('user.id'),
      );
      return rows.map((row) => row.id);
    },
  };
}
