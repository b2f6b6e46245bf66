import type { Reading } from '#storage/unit-of-work.ts';
import type { User } from '../user/user.ts';
import type { Chat } from './chat.ts';

export interface MembersAsked {
  /** lastWritten: by the last message of theirs in the chat; who wrote none comes first. */
  readonly key: 'id' | 'lastWritten';
  readonly isDescending: boolean;
  readonly limit: number;
}

/** So many of those in a chat, for those who have found that they may look into it. */
export async function listInOrder(work: Reading, chat: Chat, asked: MembersAsked): Promise<readonly User[]> {
  const ids = (await work.members.listOfChat(chat.id)).map(({ userId }) => userId).sort((a, b) => a - b);
  if (asked.key === 'lastWritten') {
    const last = await work.messages.listLastByAuthor(chat.id);
    ids.sort((a, b) => (last.get(a) ?? 0) - (last.get(b) ?? 0));
  }
  if (asked.isDescending) ids.reverse();
  const wanted = ids.slice(0, asked.limit);
  const users = new Map((await work.users.findUsers(wanted)).map((user) => [user.id, user]));
  return wanted.flatMap((id) => users.get(id) ?? []);
}
