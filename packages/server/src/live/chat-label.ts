import { fullName } from '#domain/user/user.ts';
import type { Reading } from '#storage/unit-of-work.ts';

/** A title, or for a private chat who talks to whom. */
export async function chatLabel(work: Reading, chatId: number): Promise<string> {
  return (await labelOf(work, chatId)).label;
}

/** `talkers` are those of a private chat; empty: the chat has a title. */
export async function labelOf(work: Reading, chatId: number): Promise<{ label: string; talkers: string[] }> {
  const chat = await work.chats.findChat(chatId);
  if (chat?.type !== 'private') return { label: chat?.title || `chat${chatId}`, talkers: [] };
  const members = await work.members.listOfChat(chatId);
  const users = await work.users.findUsers(members.map((member) => member.userId));
  const talkers = users.map((user) => user.name || fullName(user));
  return { label: talkers.join(' and '), talkers };
}
