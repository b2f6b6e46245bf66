import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import { canAdminister } from '../user/administrator.ts';
import type { User } from '../user/user.ts';
import { findInChat, type LineView } from './access-session.ts';
import { isOperator } from './operators.ts';
import { hasOthers } from './pass-on.ts';

/** What somebody may do about the conversation with a visitor. */
export interface SessionActs {
  readonly mayTake: boolean;
  readonly maySkip: boolean;
  /** To end it, and to pass it to somebody. */
  readonly mayConduct: boolean;
}

export type ConductedView = LineView & { readonly acts: SessionActs };

/** The conversation in the chat of a visitor, for people who are in that chat or run the portal. */
export async function viewSession(
  work: Reading,
  user: User,
  chatId: number,
): Promise<Outcome<ConductedView, 'session_denied'>> {
  const view = await findInChat(work, user.portalId, chatId);
  if (!view || !isOperator(user, user.portalId)) return refused('session_denied');
  const isMember = (await work.members.findMember(chatId, user.id)) !== undefined;
  if (!isMember && !canAdminister(user)) return refused('session_denied');
  return done({ ...view, acts: await actsOf(work, user, view, isMember) });
}

/** Whoever has the visitor in hand conducts the conversation; while nobody has, each person in the chat. */
async function actsOf(work: Reading, user: User, { session }: LineView, isMember: boolean): Promise<SessionActs> {
  const { state, operatorId, askedIds } = session;
  if (state === 'closed') return { mayTake: false, maySkip: false, mayConduct: false };
  const isFree = state !== 'operator';
  return {
    mayTake: isFree && isMember,
    maySkip: state === 'queue' && askedIds.includes(user.id) && (await hasOthers(work, session)),
    mayConduct: canAdminister(user) || (isFree ? isMember : operatorId === user.id),
  };
}

/** The same, for who conducts it. */
export async function conductSession(
  work: Reading,
  user: User,
  chatId: number,
): Promise<Outcome<ConductedView, 'session_denied'>> {
  const view = await viewSession(work, user, chatId);
  return view.ok && !view.value.acts.mayConduct ? refused('session_denied') : view;
}
