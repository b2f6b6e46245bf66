import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import type { User } from '../user/user.ts';
import { accessChat } from './access-chat.ts';
import type { Chat } from './chat.ts';

/** Ids of those in a chat, ascending, for somebody who may look into it. */
export async function listMembers(
  work: Reading,
  viewer: User,
  chat: Chat,
): Promise<Outcome<readonly number[], 'members_hidden'>> {
  const view = await accessChat(work, viewer, chat.id);
  if (!view.ok) return refused('members_hidden');
  return done((await work.members.listOfChat(chat.id)).map((member) => member.userId));
}
