import type { UnitOfWork } from '#storage/unit-of-work.ts';
import { emptyFolder } from '../file/remove-file.ts';
import { counted, type Emptying } from '../leftover/emptying.ts';

/** Deletes up to `most` of the files and the oldest messages of a chat that is seen no more; answers how many. */
export async function emptyMessages(work: UnitOfWork, chatId: number, most: number): Promise<number> {
  await work.chats.lockChat(chatId);
  const files = await emptyFolder(work, chatId, most);
  if (files === most) return most;
  await work.reactions.deleteOfOldest(chatId, most - files);
  await work.invocations.deleteOfOldest(chatId, most - files);
  await work.messageTemplates.deleteOfOldest(chatId, most - files);
  return files + (await work.messages.deleteOldest(chatId, most - files));
}

/** What is left of a chat that was removed. A message may have several reactions and calls of commands there. */
export const emptyChat: Emptying = counted(10, async (work, chatId, most) => {
  const count = await emptyMessages(work, chatId, most);
  if (count < most) {
    // Somebody may have been added at the moment when it was removed.
    await work.members.deleteOfChat(chatId);
    await work.chats.deleteChat(chatId);
  }
  return count;
});
