import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import { recordEvent } from '../record-event.ts';
import type { User } from '../user/user.ts';
import { tellWatchers } from '../user-queue/tell-watchers.ts';
import type { MessageView } from './access-message.ts';
import type { Reaction } from './reaction.ts';
import { storedFacts } from './stored-facts.ts';

/** Somebody reacts to a message in that way, or takes it back. false: it is so already, or its bot wants no reactions. */
export async function react(
  work: UnitOfWork,
  user: User,
  { chat, message }: MessageView,
  reaction: Reaction,
  isAdded: boolean,
): Promise<boolean> {
  const author = await work.bots.findBot(message.authorId);
  if (isAdded && author && !author.hasReactions) return false;
  const changed = isAdded
    ? await work.reactions.insertReaction(message.id, user.id, reaction, work.now)
    : await work.reactions.deleteReaction(message.id, user.id, reaction);
  if (!changed) return false;
  work.announce({ type: 'reactionChanged', portalId: chat.portalId, chatId: chat.id, messageId: message.id });
  const event = { type: 'reactionChanged', userId: user.id, reaction, isAdded } as const;
  const isHeard = author?.generation === 'v2' && (await work.members.findMember(chat.id, author.id)) !== undefined;
  if (isHeard) await recordEvent(work, author, chat.id, { ...event, message: await storedFacts(work, chat, message) });
  await tellWatchers(work, chat, async () => ({ ...event, message: await storedFacts(work, chat, message) }));
  return true;
}

/** The same for those to whom it is a fault that nothing changed. */
export async function addReaction(
  work: UnitOfWork,
  user: User,
  view: MessageView,
  reaction: Reaction,
): Promise<Outcome<true, 'reaction_set'>> {
  return (await react(work, user, view, reaction, true)) ? done(true) : refused('reaction_set');
}

export async function removeReaction(
  work: UnitOfWork,
  user: User,
  view: MessageView,
  reaction: Reaction,
): Promise<Outcome<true, 'reaction_missing'>> {
  return (await react(work, user, view, reaction, false)) ? done(true) : refused('reaction_missing');
}
