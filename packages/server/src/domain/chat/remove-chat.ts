import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import { leaveBehind } from '../leftover/leave-behind.ts';
import type { Chat } from './chat.ts';

/**
 * Takes a chat away with all that was written in it: nobody sees it from now on, its messages go in steps. Of what
 * its bots were to be told yet nothing is sent: events tell of what is there. For the owner of the data: no caller is
 * checked.
 */
export async function removeChat(work: UnitOfWork, { id, portalId }: Chat): Promise<Outcome<true, 'chat_gone'>> {
  await work.chats.lockChat(id);
  const chat = await work.chats.findChat(id);
  if (!chat) return refused('chat_gone');
  const formerIds = (await work.members.listOfChat(id)).map(({ userId }) => userId);
  await work.members.deleteOfChat(id);
  if (chat.avatar !== '') await work.images.deleteImage(chat.avatar);
  // Two who talk to each other again begin a new chat.
  await work.chats.updateUnpaired(id);
  await leaveBehind(work, portalId, 'chat', id);
  work.announce({ type: 'membersChanged', portalId, chatId: id, formerIds });
  return done(true);
}
