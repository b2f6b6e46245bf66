import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { User } from '../user/user.ts';
import type { LineView } from './access-session.ts';
import { ask, askQueue } from './ask-operators.ts';
import { letGo } from './hold-chat.ts';
import { isOperator } from './operators.ts';

/** To whom a visitor is passed on: a person, or whoever of the queue of a line takes them. */
export type TransferTarget =
  | { readonly kind: 'person'; readonly id: number }
  | { readonly kind: 'queue'; readonly lineId: number };

/** Asks somebody to take a visitor over. Until they write, or at once if it wants to leave, the bot is in the chat (G59). */
export async function transferSession(
  work: UnitOfWork,
  { chat, session }: LineView,
  by: User,
  target: TransferTarget,
  leavesAtOnce: boolean,
): Promise<Outcome<true, 'operator_wrong'>> {
  if (session.state === 'closed') return refused('operator_wrong');
  const before = session.state === 'operator' ? [session.operatorId] : session.askedIds;
  if (target.kind === 'person') {
    const person = await work.users.findUser(target.id);
    if (!person || !isOperator(person, chat.portalId)) return refused('operator_wrong');
    const passed = await ask(work, chat, session, by, [person]);
    await letGo(work, chat, without(before, passed.askedIds));
  } else {
    const line = await work.lines.findLine(target.lineId);
    if (line?.portalId !== chat.portalId || !line.isActive) return refused('operator_wrong');
    const passed = await askQueue(work, line, chat, session, by);
    await letGo(work, chat, without(before, passed.askedIds));
  }
  if (leavesAtOnce) await letGo(work, chat, [by.id]);
  return done(true);
}

/** The same to the queue of the line itself, while no person has the visitor in hand. */
export async function passToQueue(
  work: UnitOfWork,
  { chat, session, line }: LineView,
): Promise<Outcome<true, 'person_answers'>> {
  if (session.state === 'operator' || session.state === 'closed') return refused('person_answers');
  const inviter = await work.users.findUser(session.botId || session.visitorId);
  // Who is asked already goes on being asked.
  if (inviter && session.askedIds.length === 0) await askQueue(work, line, chat, session, inviter);
  return done(true);
}

function without(ids: readonly number[], others: readonly number[]): number[] {
  return ids.filter((id) => !others.includes(id));
}
