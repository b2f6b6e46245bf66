import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { Chat } from '../chat/chat.ts';
import { welcomeMembers } from '../chat/welcome-members.ts';
import type { User } from '../user/user.ts';
import type { Line } from './line.ts';
import { choose, operatorsOf } from './operators.ts';
import type { LineSession } from './session.ts';

/** A visitor waits for somebody of the queue: who is asked is in the chat from now on. With nobody there, it just waits. */
export async function askQueue(
  work: UnitOfWork,
  line: Line,
  chat: Chat,
  session: LineSession,
  inviter: User,
): Promise<LineSession> {
  const asked = await choose(work, line, await operatorsOf(work, line));
  return ask(work, chat, { ...session, queueLineId: line.id }, inviter, asked);
}

export async function ask(
  work: UnitOfWork,
  chat: Chat,
  session: LineSession,
  inviter: User,
  asked: readonly User[],
): Promise<LineSession> {
  const [only, another] = asked;
  const waiting: LineSession = {
    ...session,
    state: 'queue',
    askedIds: asked.map(({ id }) => id),
    operatorId: another ? 0 : (only?.id ?? 0),
  };
  await work.lineSessions.updateSession(waiting);
  const added: User[] = [];
  for (const user of asked) if (!(await work.members.findMember(chat.id, user.id))) added.push(user);
  // What the visitor has written in this conversation is for them to read.
  const welcome = { hidesHistory: false, unreadAfter: session.beginsAfter };
  if (added.length > 0) await welcomeMembers(work, inviter, chat, added, welcome);
  return waiting;
}
