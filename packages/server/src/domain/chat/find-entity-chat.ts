import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import type { User } from '../user/user.ts';
import { accessEntityChat } from './access-chat.ts';
import type { Chat } from './chat.ts';

/** The chat that belongs to an outside object; undefined where there is none, or where half of the object's name is empty. */
export async function findEntityChat(
  work: Reading,
  viewer: User,
  type: string,
  id: string,
): Promise<Outcome<Chat | undefined, 'chat_denied'>> {
  if (type === '' || id === '') return done(undefined);
  const view = await accessEntityChat(work, viewer, type, id);
  if (view.ok) return done(view.value.chat);
  return view.reason === 'chat_denied' ? refused(view.reason) : done(undefined);
}
