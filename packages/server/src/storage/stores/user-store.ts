import { sql } from 'kysely';
import { wordsOfUser } from '#domain/search/name-words.ts';
import type { User, UserDraft } from '#domain/user/user.ts';
import type { UserStatus } from '#domain/user/user-status.ts';
import { numbers, numbersIn } from '../number-list.ts';
import { first, recalled, type Session } from '../session.ts';
import { type Builder, statement, type ValuesOf, valuesOf } from '../statement.ts';
import type { UserTable } from '../tables/portal-tables.ts';
import { insertNameWords, updateUserWords } from './name-words.ts';
import { toRow, toUser } from './user-row.ts';

const CHANGED = [
  'is_active',
  'is_admin',
  'is_extranet',
  'name',
  'last_name',
  'email',
  'work_position',
  'gender',
  'birthday',
  'website',
  'color',
  'photo',
  'language',
  'is_invited',
  'profile',
  'changed_at',
] as const;
const WRITTEN = [...CHANGED, 'portal_id', 'is_bot', 'is_visitor', 'created_at'] as const;
const WRITTEN_WITH_ID = ['id', ...WRITTEN] as const;
/** As many ids as have a statement of their own: building one for each list costs several times what it takes to run. */
const FEW = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const;
export const few = statement((db, p: Readonly<Record<(typeof FEW)[number], number>>) =>
  db
    .selectFrom('user')
    .selectAll()
    .where(
      'id',
      'in',
      FEW.map((name) => p[name]),
    )
    .orderBy('id'),
);
export const insert = statement((db, p: ValuesOf<UserTable, typeof WRITTEN>) =>
  db.insertInto('user').values(valuesOf(p, WRITTEN)).returning('id'),
);
export const insertWithId = statement((db, p: ValuesOf<UserTable, typeof WRITTEN_WITH_ID>) =>
  db.insertInto('user').values(valuesOf(p, WRITTEN_WITH_ID)).returning('id'),
);
export const byId = statement((db, p: { id: number }) => db.selectFrom('user').selectAll().where('id', '=', p.id));
export const byIds = statement((db, p: { ids: string }) =>
  db.selectFrom('user').selectAll().where('id', 'in', numbersIn(db, p.ids)).orderBy('id'),
);
export const byEmail = statement((db, p: { portalId: number; email: string }) =>
  db
    .selectFrom('user')
    .selectAll()
    .where('portal_id', '=', p.portalId)
    .where('is_bot', '=', 0)
    .where('is_visitor', '=', 0)
    .where((eb) => eb(eb.fn<string>('lower', ['email']), '=', p.email))
    .limit(1),
);
/** Written out in the SQL, as in the index of those who are neither bots nor visitors. */
const NO = sql.lit(0);
export const people = statement((db, p: { portalId: number }) =>
  db
    .selectFrom('user')
    .selectAll()
    .where('portal_id', '=', p.portalId)
    .where('is_bot', '=', NO)
    .where('is_visitor', '=', NO)
    .orderBy('id'),
);
export const countPeople = statement((db, p: { portalId: number }) =>
  db
    .selectFrom('user')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('portal_id', '=', p.portalId)
    .where('is_bot', '=', NO)
    .where('is_visitor', '=', NO)
    .where('is_active', '=', 1),
);
const sharingChat = (db: Builder, p: { userId: number }) =>
  db
    .selectFrom('member as mine')
    .innerJoin('member as theirs', 'theirs.chat_id', 'mine.chat_id')
    .where('mine.user_id', '=', p.userId);
export const contactsOf = statement((db, p: { userId: number }) =>
  sharingChat(db, p).select('theirs.user_id').distinct(),
);
export const sharedChat = statement((db, p: { userId: number; otherId: number }) =>
  sharingChat(db, p).select('mine.chat_id').where('theirs.user_id', '=', p.otherId).limit(1),
);
export const update = statement((db, p: ValuesOf<UserTable, typeof CHANGED> & { id: number }) =>
  db.updateTable('user').set(valuesOf(p, CHANGED)).where('id', '=', p.id),
);
export const touch = statement((db, p: { id: number; now: number }) =>
  db.updateTable('user').set({ last_activity_at: p.now }).where('id', '=', p.id),
);
export const setStatus = statement((db, p: { id: number; status: string }) =>
  db.updateTable('user').set({ status: p.status }).where('id', '=', p.id),
);
export const setIdle = statement((db, p: { id: number; since: number | null }) =>
  db.updateTable('user').set({ idle_since: p.since }).where('id', '=', p.id),
);

export function userStore(session: Session) {
  return {
    async insertUser(draft: UserDraft, now: number): Promise<User> {
      const row = { ...toRow(draft), created_at: now, changed_at: now };
      const [made] =
        draft.id === undefined
          ? await session.all(insert, row)
          : await session.all(insertWithId, { ...row, id: draft.id });
      const { id } = made as { id: number };
      await insertNameWords(session, { portalId: draft.portalId, id }, wordsOfUser(draft));
      return { ...draft, id, createdAt: now, changedAt: now, lastActivityAt: null, status: null, idleSince: null };
    },
    async findUser(id: number): Promise<User | undefined> {
      return await recalled(session, byId, { id }, toUser);
    },
    /** A person, never a bot, with that address in any case. */
    async findPersonByEmail(portalId: number, email: string): Promise<User | undefined> {
      const row = await first(session, byEmail, { portalId, email: email.toLowerCase() });
      return row && toUser(row);
    },
    async findUsers(ids: readonly number[]): Promise<readonly User[]> {
      const [one] = ids;
      if (one === undefined) return [];
      if (ids.length <= FEW.length) {
        // Where there are fewer, the first one stands in the other places, too.
        const [a = one, b = one, c = one, d = one, e = one, f = one, g = one, h = one] = ids;
        return await session.recall(few, { a, b, c, d, e, f, g, h }, toUser);
      }
      return (await session.all(byIds, { ids: numbers(ids) })).map(toUser);
    },
    /** Everybody who is neither a bot nor a visitor, by id. */
    async listPeople(portalId: number): Promise<User[]> {
      return (await session.all(people, { portalId })).map(toUser);
    },
    /** Those who were dismissed do not count. */
    async countPeople(portalId: number): Promise<number> {
      const row = await first(session, countPeople, { portalId });
      return Number((row as { count: number | string }).count);
    },
    /** Ids of everybody who shares a chat with the user, themselves included once they are in one. */
    async listContactsOf(userId: number): Promise<number[]> {
      return (await session.all(contactsOf, { userId })).map((row) => row.user_id);
    },
    /** The id of a chat that both are in. */
    async findSharedChat(userId: number, otherId: number): Promise<number | undefined> {
      return (await first(session, sharedChat, { userId, otherId }))?.chat_id;
    },
    async updateUser(user: User, now: number): Promise<void> {
      await session.all(update, { ...toRow(user), id: user.id, changed_at: now });
      await updateUserWords(session, user, wordsOfUser(user));
    },
    async updateLastActivity(id: number, now: number): Promise<void> {
      await session.all(touch, { id, now });
    },
    async updateStatus(id: number, status: UserStatus): Promise<void> {
      await session.all(setStatus, { id, status });
    },
    /** null: they are back. */
    async updateIdleSince(id: number, since: number | null): Promise<void> {
      await session.all(setIdle, { id, since });
    },
  };
}
