import { type Selectable, sql } from 'kysely';
import type { Chat, ChatDraft, ChatType } from '#domain/chat/chat.ts';
import { wordsOfChat } from '#domain/search/name-words.ts';
import { first, recalled, type Session } from '../session.ts';
import { type Builder, statement, type ValuesOf, valuesOf } from '../statement.ts';
import type { ChatTable } from '../tables/chat-tables.ts';
import { chatChanges } from './chat-changes.ts';
import { leftBehind } from './leftover-store.ts';
import { deleteIndex } from './message-word-store.ts';
import { deleteTitleWords, insertNameWords } from './name-words.ts';

const WRITTEN = [
  'portal_id',
  'type',
  'private_key',
  'title',
  'description',
  'color',
  'avatar',
  'owner_id',
  'entity_type',
  'entity_id',
  'entity_data_1',
  'entity_data_2',
  'entity_data_3',
  'created_at',
] as const;
export const insert = statement((db, p: ValuesOf<ChatTable, typeof WRITTEN>) =>
  db.insertInto('chat').values(valuesOf(p, WRITTEN)).returning('id'),
);
const BLANK = {
  title: '',
  description: '',
  color: '',
  avatar: '',
  entity_type: '',
  entity_id: '',
  entity_data_1: '',
  entity_data_2: '',
  entity_data_3: '',
} as const;
/** Where a person's notifications stand: it has an id among those of chats, and nobody looks into it as into one. */
const NOTIFICATIONS = 'notifications';
/**
 * Without chats that were removed, and the private ones of a bot that was unregistered: they are emptied in steps, and
 * nobody looks into them.
 */
const there = (db: Builder) =>
  db
    .selectFrom('chat')
    .selectAll('chat')
    .where('chat.type', '<>', sql.lit(NOTIFICATIONS))
    .where('chat.id', 'not in', leftBehind(db, 'chat'))
    .where(({ not, exists }) =>
      not(
        exists(
          leftBehind(db, 'bot').where(
            sql<boolean>`(chat.private_key like leftover.ref || ':%' or chat.private_key like '%:' || leftover.ref)`,
          ),
        ),
      ),
    );
export const byId = statement((db, p: { id: number }) => there(db).where('chat.id', '=', p.id));
export const byPair = statement((db, p: { portalId: number; key: string }) =>
  there(db).where('portal_id', '=', p.portalId).where('private_key', '=', p.key),
);
export const ofEntity = statement((db, p: { portalId: number; type: string; id: string }) =>
  there(db)
    .where('portal_id', '=', p.portalId)
    .where('entity_type', '=', p.type)
    .where('entity_id', '=', p.id)
    .orderBy('id'),
);
export const oldestGroup = statement((db, p: { portalId: number }) =>
  db
    .selectFrom('chat')
    .select('id')
    .where('portal_id', '=', p.portalId)
    .where('type', '=', 'group')
    .where('id', 'not in', leftBehind(db, 'chat'))
    .orderBy('id')
    .limit(1),
);
export const privateOf = statement((db, p: { userId: number; limit: number }) =>
  db
    .selectFrom('member')
    .innerJoin('chat', 'chat.id', 'member.chat_id')
    .select('chat.id')
    .where('member.user_id', '=', p.userId)
    .where('chat.type', '=', 'private')
    .limit(p.limit),
);
export const ofNotifications = statement((db, p: { portalId: number; key: string }) =>
  db.selectFrom('chat').select('id').where('portal_id', '=', p.portalId).where('private_key', '=', p.key),
);
export const lock = statement((db, p: { id: number }) =>
  db.selectFrom('chat').select('id').where('id', '=', p.id).forNoKeyUpdate(),
);
export const remove = statement((db, p: { id: number }) => db.deleteFrom('chat').where('id', '=', p.id));

export function chatStore(session: Session) {
  return {
    ...chatChanges(session),
    async insertChat(draft: ChatDraft, now: number, pair?: readonly [number, number]): Promise<Chat> {
      const row = await first(session, insert, {
        portal_id: draft.portalId,
        type: draft.type,
        private_key: pair ? pairKey(...pair) : null,
        title: draft.title,
        description: draft.description,
        color: draft.color,
        avatar: draft.avatar,
        owner_id: draft.ownerId,
        entity_type: draft.entity.type,
        entity_id: draft.entity.id,
        entity_data_1: draft.entity.data[0],
        entity_data_2: draft.entity.data[1],
        entity_data_3: draft.entity.data[2],
        created_at: now,
      });
      const { id } = row as { id: number };
      await insertNameWords(session, { portalId: draft.portalId, id }, wordsOfChat(draft));
      return { ...draft, id, removedCount: 0, folderId: null, isFieldOff: false, createdAt: now };
    },
    async findChat(id: number): Promise<Chat | undefined> {
      return await recalled(session, byId, { id }, toChat);
    },
    /** The private chat of two users, in either order. */
    async findPrivate(portalId: number, userId: number, otherId: number): Promise<Chat | undefined> {
      return await recalled(session, byPair, { portalId, key: pairKey(userId, otherId) }, toChat);
    },
    /** All chats that belong to the outside object, the oldest first. */
    async listOfEntity(portalId: number, type: string, id: string): Promise<Chat[]> {
      return (await session.all(ofEntity, { portalId, type, id })).map(toChat);
    },
    /** The id of the chat in which somebody is told what they are told beside their chats. */
    async findForNotifications(portalId: number, userId: number): Promise<number | undefined> {
      return (await recalled(session, ofNotifications, { portalId, key: notificationsKey(userId) }))?.id;
    },
    async insertForNotifications(portalId: number, userId: number, now: number): Promise<number> {
      const row = await first(session, insert, {
        ...BLANK,
        portal_id: portalId,
        type: NOTIFICATIONS,
        private_key: notificationsKey(userId),
        owner_id: userId,
        created_at: now,
      });
      return (row as { id: number }).id;
    },
    async findOldestGroup(portalId: number): Promise<number | undefined> {
      return (await first(session, oldestGroup, { portalId }))?.id;
    },
    /** Ids of `limit` of them. */
    async listPrivateOf(userId: number, limit: number): Promise<number[]> {
      return (await session.all(privateOf, { userId, limit })).map((row) => row.id);
    },
    /** Until the unit ends nobody else writes into the chat: messages get their numbers, and events their ids, in order. */
    async lockChat(id: number): Promise<void> {
      // SQLite has one writer at a time anyway.
      if (session.dialect === 'postgres') await session.all(lock, { id });
    },
    /** Only an empty shell: members and messages must be gone. */
    async deleteChat(id: number): Promise<void> {
      await deleteTitleWords(session, id);
      await deleteIndex(session, id);
      await session.all(remove, { id });
    },
  };
}

function pairKey(a: number, b: number): string {
  return a < b ? `${a}:${b}` : `${b}:${a}`;
}

function notificationsKey(userId: number): string {
  return `${NOTIFICATIONS}:${userId}`;
}

function toChat(row: Selectable<ChatTable>): Chat {
  return {
    id: row.id,
    portalId: row.portal_id,
    type: row.type as ChatType,
    title: row.title,
    description: row.description,
    color: row.color,
    avatar: row.avatar,
    ownerId: row.owner_id,
    entity: {
      type: row.entity_type,
      id: row.entity_id,
      data: [row.entity_data_1, row.entity_data_2, row.entity_data_3],
    },
    removedCount: row.removed_count,
    folderId: row.folder_id,
    isFieldOff: row.is_field_off === 1,
    createdAt: row.created_at,
  };
}
