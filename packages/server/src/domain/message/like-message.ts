import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { User } from '../user/user.ts';
import { accessAsMember } from './access-message.ts';

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
  const { chat } = view.value;
  const added = action !== 'minus' && (await work.reactions.insertReaction(messageId, user.id, work.now));
  const removed = !added && action !== 'plus' && (await work.reactions.deleteReaction(messageId, user.id));
  if (!added && !removed) return refused('without_changes');
  work.announce({ type: 'reactionChanged', portalId: chat.portalId, chatId: chat.id, messageId });
  return done(true);
}
