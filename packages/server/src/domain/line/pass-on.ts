import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { Reading, UnitOfWork } from '#storage/unit-of-work.ts';
import type { User } from '../user/user.ts';
import { ask, askQueue, passedOnAt } from './ask-operators.ts';
import { letGo } from './hold-chat.ts';
import { choose, operatorsOf } from './operators.ts';
import type { LineSession } from './session.ts';

/** Those whose time has come: nobody who was asked took the visitor, or the hours of the line may have begun. */
export async function passOnWhatIsDue(work: UnitOfWork, most: number): Promise<number> {
  const due = await work.lineSessions.listDue(work.now, most);
  for (const { id } of due) {
    // One of them may have been taken while another was passed on.
    const session = await work.lineSessions.findSession(id);
    if (session && session.dueAt !== null && session.dueAt <= work.now) await passOn(work, session);
  }
  return due.length;
}

/** Somebody who was asked to take a visitor leaves them to the next one. */
export async function skipSession(
  work: UnitOfWork,
  session: LineSession,
  user: User,
): Promise<Outcome<true, 'not_asked' | 'nobody_else'>> {
  if (session.state !== 'queue' || !session.askedIds.includes(user.id)) return refused('not_asked');
  return (await passOn(work, session)) ? done(true) : refused('nobody_else');
}

/**
 * The next of the queue is asked instead of those who were. Once each of them was, all are asked together and go on being
 * asked: whoever answers first has the visitor. Answers whether anybody else is there.
 */
async function passOn(work: UnitOfWork, session: LineSession): Promise<boolean> {
  const line = await work.lines.findEver(session.queueLineId);
  const chat = await work.chats.findChat(session.chatId);
  const inviter = await work.users.findUser(session.visitorId);
  if (!line || !chat || !inviter) {
    await work.lineSessions.updateSession({ ...session, dueAt: null });
    return false;
  }
  const { askedIds } = session;
  if (askedIds.length === 0) return (await askQueue(work, line, chat, session, inviter)).askedIds.length > 0;
  const operators = await operatorsOf(work, line);
  if (!operators.some(({ id }) => !askedIds.includes(id))) {
    await work.lineSessions.updateSession({ ...session, dueAt: null });
    return false;
  }
  const triedIds = [...new Set([...session.triedIds, ...askedIds])];
  const others = operators.filter(({ id }) => !triedIds.includes(id));
  const asked = others.length > 0 ? await choose(work, line, others) : operators;
  const dueAt = others.length > 0 ? passedOnAt(line, work.now) : null;
  const passed = await ask(work, chat, { ...session, triedIds }, inviter, asked, dueAt);
  await letGo(
    work,
    chat,
    askedIds.filter((id) => !passed.askedIds.includes(id)),
  );
  return true;
}

/** Whether a visitor who waits can be left to somebody else. */
export async function hasOthers(work: Reading, { queueLineId, askedIds }: LineSession): Promise<boolean> {
  const line = await work.lines.findEver(queueLineId);
  return line !== undefined && (await operatorsOf(work, line)).some(({ id }) => !askedIds.includes(id));
}
