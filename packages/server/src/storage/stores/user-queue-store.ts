import { type Selectable, sql } from 'kysely';
import type { UserQueue } from '#domain/user-queue/user-queue.ts';
import { recalled, type Session } from '../session.ts';
import { statement } from '../statement.ts';
import type { UserQueueTable } from '../tables/outbox-tables.ts';

export const open = statement((db, p: { userId: number; receiverId: number }) =>
  db
    .insertInto('user_queue')
    .values({ user_id: p.userId, receiver_id: p.receiverId, is_recording: 1 })
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet({ is_recording: 1 })),
);
export const stop = statement((db, p: { userId: number }) =>
  db.updateTable('user_queue').set({ is_recording: 0 }).where('user_id', '=', p.userId),
);
export const byUser = statement((db, p: { userId: number }) =>
  db.selectFrom('user_queue').selectAll().where('user_id', '=', p.userId),
);
export const watching = statement((db, p: { chatId: number }) =>
  db
    .selectFrom('member')
    .innerJoin('user_queue', 'user_queue.user_id', 'member.user_id')
    .select('user_queue.receiver_id')
    .where('member.chat_id', '=', p.chatId)
    .where('user_queue.is_recording', '=', sql.lit(1))
    .orderBy('user_queue.user_id'),
);
export const all = statement((db, _: Record<never, never>) => db.selectFrom('user_queue').select('receiver_id'));

/** What is kept for people of what happens in their chats. */
export function userQueueStore(session: Session) {
  return {
    /** Opens it, or goes on with it. */
    async insertQueue({ userId, receiverId }: Pick<UserQueue, 'userId' | 'receiverId'>): Promise<void> {
      await session.all(open, { userId, receiverId });
    },
    async updateStopped(userId: number): Promise<void> {
      await session.all(stop, { userId });
    },
    async findQueue(userId: number): Promise<UserQueue | undefined> {
      return await recalled(session, byUser, { userId }, toQueue);
    },
    /** Receivers of the members of a chat for whom what happens there is kept. */
    async listWatching(chatId: number): Promise<readonly number[]> {
      return await session.recall(watching, { chatId }, toReceiverId);
    },
    async listReceivers(): Promise<readonly number[]> {
      return await session.recall(all, {}, toReceiverId);
    },
  };
}

function toQueue(row: Selectable<UserQueueTable>): UserQueue {
  return { userId: row.user_id, receiverId: row.receiver_id, isRecording: row.is_recording === 1 };
}

function toReceiverId(row: { readonly receiver_id: number }): number {
  return row.receiver_id;
}
