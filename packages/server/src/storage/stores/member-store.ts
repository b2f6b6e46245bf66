import { sql } from 'kysely';
import type { Member, MemberDraft, NamedMember, Role } from '#domain/chat/chat.ts';
import { first, recalled, type Session } from '../session.ts';
import { type Builder, statement, type ValuesOf, valuesOf } from '../statement.ts';
import type { MemberTable } from '../tables/chat-tables.ts';
import { leftBehind } from './leftover-store.ts';
import { toMember } from './member-row.ts';

const WRITTEN = ['chat_id', 'user_id', 'is_bot', 'role', 'history_after', 'last_read_id', 'joined_at'] as const;
export const insert = statement((db, p: ValuesOf<MemberTable, typeof WRITTEN>) =>
  db.insertInto('member').values(valuesOf(p, WRITTEN)),
);
/** Without bots that were unregistered: they leave their chats in steps, and are seen there no more. */
const inChat = (db: Builder, p: { chatId: number }) =>
  db
    .selectFrom('member')
    .where('member.chat_id', '=', p.chatId)
    .where('member.user_id', 'not in', leftBehind(db, 'bot'));
export const byUser = statement((db, p: { chatId: number; userId: number }) =>
  inChat(db, p).selectAll().where('user_id', '=', p.userId),
);
export const ofChat = statement((db, p: { chatId: number }) => inChat(db, p).selectAll().orderBy('user_id'));
export const named = statement((db, p: { chatId: number }) =>
  inChat(db, p)
    .innerJoin('user', 'user.id', 'member.user_id')
    .selectAll('member')
    .select(['user.name', 'user.last_name', 'user.is_extranet', 'user.is_visitor'])
    .orderBy('member.user_id'),
);
export const count = statement((db, p: { chatId: number }) =>
  inChat(db, p).select((eb) => eb.fn.countAll<number>().as('count')),
);
/** Without bots, `bots` is 0, else 1. */
export const page = statement(
  (db, p: { chatId: number; bots: number; afterId: number; offset: number; limit: number }) =>
    inChat(db, p)
      .select('user_id')
      .where('is_bot', '<=', p.bots)
      .where('user_id', '>', p.afterId)
      .orderBy('user_id')
      .limit(p.limit)
      .offset(p.offset),
);
export const countPeople = statement((db, p: { chatId: number }) =>
  inChat(db, p)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('is_bot', '=', sql.lit(0)),
);
export const extranet = statement((db, p: { chatId: number }) =>
  db
    .selectFrom('member')
    .innerJoin('user', 'user.id', 'member.user_id')
    .select('member.user_id')
    .where('member.chat_id', '=', p.chatId)
    .where('user.is_extranet', '=', 1)
    .where('user.is_visitor', '=', 0)
    .limit(1),
);
export const muted = statement((db, p: { chatId: number }) =>
  inChat(db, p).select('user_id').where('is_muted', '=', sql.lit(1)).orderBy('user_id'),
);
export const running = statement((db, p: { chatId: number }) =>
  inChat(db, p).select('user_id').where('role', '<>', sql.lit('member')).orderBy('user_id'),
);
export const owner = statement((db, p: { chatId: number }) =>
  inChat(db, p).select('user_id').where('role', '=', 'owner').limit(1),
);
export const successor = statement((db, p: { chatId: number }) =>
  inChat(db, p)
    .innerJoin('user', 'user.id', 'member.user_id')
    .selectAll('member')
    .where('member.is_bot', '=', 0)
    .where('user.is_visitor', '=', 0)
    .orderBy('user.is_active', 'desc')
    .orderBy((eb) => eb.case().when('member.role', '=', 'manager').then(0).else(1).end())
    .orderBy('member.joined_at')
    .orderBy('member.user_id')
    .limit(1),
);
export const appoint = statement((db, p: { chatId: number; userId: number; role: string }) =>
  db.updateTable('member').set({ role: p.role }).where('chat_id', '=', p.chatId).where('user_id', '=', p.userId),
);
export const mute = statement((db, p: { chatId: number; userId: number; isMuted: number }) =>
  db.updateTable('member').set({ is_muted: p.isMuted }).where('chat_id', '=', p.chatId).where('user_id', '=', p.userId),
);
export const remove = statement((db, p: { chatId: number; userId: number }) =>
  db.deleteFrom('member').where('chat_id', '=', p.chatId).where('user_id', '=', p.userId),
);
export const removeAll = statement((db, p: { chatId: number }) =>
  db.deleteFrom('member').where('chat_id', '=', p.chatId),
);
export const chatsOf = statement((db, p: { userId: number; limit: number }) =>
  db.selectFrom('member').select('chat_id').where('user_id', '=', p.userId).limit(p.limit),
);

export function memberStore(session: Session) {
  return {
    async insertMember(draft: MemberDraft, now: number): Promise<void> {
      await session.all(insert, {
        chat_id: draft.chatId,
        user_id: draft.userId,
        is_bot: Number(draft.isBot),
        role: draft.role,
        history_after: draft.historyAfter,
        last_read_id: draft.lastReadId ?? 0,
        joined_at: now,
      });
    },
    async findMember(chatId: number, userId: number): Promise<Member | undefined> {
      return await recalled(session, byUser, { chatId, userId }, toMember);
    },
    /** By user id. */
    async listOfChat(chatId: number): Promise<Member[]> {
      return (await session.all(ofChat, { chatId })).map(toMember);
    },
    /** By user id. */
    async listNamedOfChat(chatId: number): Promise<NamedMember[]> {
      const rows = await session.all(named, { chatId });
      return rows.map((row) => ({
        ...toMember(row),
        name: row.name,
        lastName: row.last_name,
        // Whom visitors write to is no chat with guests.
        isExtranet: row.is_extranet === 1 && row.is_visitor === 0,
      }));
    },
    async countOf(chatId: number): Promise<number> {
      return Number((await recalled(session, count, { chatId }))?.count ?? 0);
    },
    /** The same without bots. */
    async countPeopleOf(chatId: number): Promise<number> {
      return Number((await recalled(session, countPeople, { chatId }))?.count ?? 0);
    },
    /** Ids of `limit` of those with larger ids than that, ascending, `offset` of them passed over. */
    async listPageOf(
      chatId: number,
      withBots: boolean,
      afterId: number,
      offset: number,
      limit: number,
    ): Promise<number[]> {
      return (await session.all(page, { chatId, bots: Number(withBots), afterId, offset, limit })).map(toUserId);
    },
    /** Ids of those who silenced it, ascending. */
    async listMutedOf(chatId: number): Promise<readonly number[]> {
      return await session.recall(muted, { chatId }, toUserId);
    },
    /** Ids of its owner and its managers, ascending. */
    async listRunningOf(chatId: number): Promise<readonly number[]> {
      return await session.recall(running, { chatId }, toUserId);
    },
    /** The id of an outside guest among the members. */
    async findExtranet(chatId: number): Promise<number | undefined> {
      return (await recalled(session, extranet, { chatId }))?.user_id;
    },
    /** Ids of `limit` of them. */
    async listChatsOf(userId: number, limit: number): Promise<number[]> {
      return (await session.all(chatsOf, { userId, limit })).map((row) => row.chat_id);
    },
    /** The id of the owner; undefined: nobody is. */
    async findOwner(chatId: number): Promise<number | undefined> {
      return (await first(session, owner, { chatId }))?.user_id;
    },
    /**
     * Whom a chat falls to that has no owner: of the people who work here, else of those who were dismissed, the first
     * manager, else who has been there longest. A bot runs none.
     */
    async findSuccessor(chatId: number): Promise<Member | undefined> {
      const row = await first(session, successor, { chatId });
      return row && toMember(row);
    },
    async updateRole(chatId: number, userId: number, role: Role): Promise<void> {
      await session.all(appoint, { chatId, userId, role });
    },
    async updateMuted(chatId: number, userId: number, isMuted: boolean): Promise<void> {
      await session.all(mute, { chatId, userId, isMuted: Number(isMuted) });
    },
    async deleteMember(chatId: number, userId: number): Promise<void> {
      await session.all(remove, { chatId, userId });
    },
    async deleteOfChat(chatId: number): Promise<void> {
      await session.all(removeAll, { chatId });
    },
  };
}

function toUserId(row: { readonly user_id: number }): number {
  return row.user_id;
}
