import { fullName } from '#domain/user/user.ts';
import type { Reading } from '#storage/unit-of-work.ts';

/** A title, or for a private chat who talks to whom. */
export async function chatLabel(work: Reading, chatId: number): Promise<string> {
  const chat = await work.chats.findChat(chatId);
  if (!chat) return `chat${chatId}`;
  if (chat.type !== 'private') return chat.title || `chat${chatId}`;
  const members = await work.members.listOfChat(chatId);
  const users = await work.users.findUsers(members.map((member) => member.userId));
  return users.map((user) => user.name || fullName(user)).join(' and ');
}
