import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { User } from '../user/user.ts';
import { accessAsMember } from './access-message.ts';
import { react } from './react.ts';
import { LIKE } from './reaction.ts';

/** auto turns it on or off, whichever it is not. */
export type LikeAction = 'auto' | 'plus' | 'minus';

export type LikeRefusal = 'message_not_found' | 'without_changes';

/** Likes a message or takes that back. */
export async function likeMessage(
  work: UnitOfWork,
  user: User,
  messageId: number,
  action: LikeAction,
): Promise<Outcome<true, LikeRefusal>> {
  const view = await accessAsMember(work, user, messageId);
  if (!view.ok) return view;
  const added = action !== 'minus' && (await react(work, user, view.value, LIKE, true));
  const removed = !added && action !== 'plus' && (await react(work, user, view.value, LIKE, false));
  return added || removed ? done(true) : refused('without_changes');
}
