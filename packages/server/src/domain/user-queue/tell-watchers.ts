import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { Chat } from '../chat/chat.ts';
import type { UserEvent } from '../event.ts';
import { enqueueForFetch } from '../subscription/enqueue.ts';

/** Keeps what happened in a chat for each of its members who asked for that; made only where there is one. */
export async function tellWatchers(
  work: UnitOfWork,
  { id: chatId, portalId }: Pick<Chat, 'id' | 'portalId'>,
  make: () => Promise<UserEvent> | UserEvent,
): Promise<void> {
  const receiverIds = await work.userQueues.listWatching(chatId);
  if (receiverIds.length === 0) return;
  const event = await make();
  for (const receiverId of receiverIds) await enqueueForFetch(work, { portalId, receiverId }, chatId, event);
}
