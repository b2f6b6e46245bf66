import type { ChatEntity, ChatType } from '#domain/chat/chat.ts';
import { wordsOfChat } from '#domain/search/name-words.ts';
import { first, type Session } from '../session.ts';
import { statement } from '../statement.ts';
import { updateTitleWords } from './name-words.ts';

export const retitle = statement((db, p: { id: number; title: string }) =>
  db.updateTable('chat').set({ title: p.title }).where('id', '=', p.id).returning(['portal_id', 'type']),
);
export const describe = statement((db, p: { id: number; description: string }) =>
  db.updateTable('chat').set({ description: p.description }).where('id', '=', p.id),
);
export const recolor = statement((db, p: { id: number; color: string }) =>
  db.updateTable('chat').set({ color: p.color }).where('id', '=', p.id),
);
export const reface = statement((db, p: { id: number; avatar: string }) =>
  db.updateTable('chat').set({ avatar: p.avatar }).where('id', '=', p.id),
);
export const handOver = statement((db, p: { id: number; ownerId: number }) =>
  db.updateTable('chat').set({ owner_id: p.ownerId }).where('id', '=', p.id),
);
export const belong = statement(
  (db, p: { id: number; entityId: string; type: string; data1: string; data2: string; data3: string }) =>
    db
      .updateTable('chat')
      .set({
        entity_type: p.type,
        entity_id: p.entityId,
        entity_data_1: p.data1,
        entity_data_2: p.data2,
        entity_data_3: p.data3,
      })
      .where('id', '=', p.id),
);
export const unpair = statement((db, p: { id: number }) =>
  db.updateTable('chat').set({ private_key: null }).where('id', '=', p.id),
);
export const countRemoved = statement((db, p: { id: number; lines: number }) =>
  db
    .updateTable('chat')
    .set((eb) => ({ removed_count: eb('removed_count', '+', p.lines) }))
    .where('id', '=', p.id),
);
export const giveFolder = statement((db, p: { id: number; folderId: number }) =>
  db.updateTable('chat').set({ folder_id: p.folderId }).where('id', '=', p.id),
);
export const switchField = statement((db, p: { id: number; isOff: number }) =>
  db.updateTable('chat').set({ is_field_off: p.isOff }).where('id', '=', p.id),
);

/** What of a chat is changed after it was made. */
export function chatChanges(session: Session) {
  return {
    async updateTitle(id: number, title: string): Promise<void> {
      const row = await first(session, retitle, { id, title });
      if (row)
        await updateTitleWords(
          session,
          { portalId: row.portal_id, id },
          wordsOfChat({ type: row.type as ChatType, title }),
        );
    },
    async updateDescription(id: number, description: string): Promise<void> {
      await session.all(describe, { id, description });
    },
    async updateColor(id: number, color: string): Promise<void> {
      await session.all(recolor, { id, color });
    },
    async updateAvatar(id: number, avatar: string): Promise<void> {
      await session.all(reface, { id, avatar });
    },
    async updateOwner(id: number, ownerId: number): Promise<void> {
      await session.all(handOver, { id, ownerId });
    },
    async updateEntity(id: number, { type, id: entityId, data }: ChatEntity): Promise<void> {
      const [data1, data2, data3] = data;
      await session.all(belong, { id, entityId, type, data1, data2, data3 });
    },
    /** It is the private chat of its two members no more. */
    async updateUnpaired(id: number): Promise<void> {
      await session.all(unpair, { id });
    },
    /** Fewer than none when the newest lines go: then the place to count from has moved back. */
    async updateRemovedCount(id: number, lines: number): Promise<void> {
      await session.all(countRemoved, { id, lines });
    },
    /** Whether people can write there. */
    async updateField(id: number, isOff: boolean): Promise<void> {
      await session.all(switchField, { id, isOff: Number(isOff) });
    },
    async updateFolder(id: number, folderId: number): Promise<void> {
      await session.all(giveFolder, { id, folderId });
    },
  };
}
