import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { Chat } from '../chat/chat.ts';
import { welcomeMembers } from '../chat/welcome-members.ts';
import type { User } from '../user/user.ts';
import { isWorkedAt } from './hours.ts';
import type { Line } from './line.ts';
import { choose, operatorsOf } from './operators.ts';
import { sayAutomatically } from './say-automatically.ts';
import type { LineSession } from './session.ts';

/** Outside of the hours it is looked again at each of these whether they have begun: time zones differ by no less. */
const QUARTER = 15 * 60_000;

/**
 * A visitor waits for somebody of the queue: who is asked is in the chat from now on. With nobody there, it just waits;
 * outside of the hours until they begin.
 */
export async function askQueue(
  work: UnitOfWork,
  line: Line,
  chat: Chat,
  session: LineSession,
  inviter: User,
): Promise<LineSession> {
  const waiting: LineSession = { ...session, queueLineId: line.id, triedIds: [] };
  if (line.hours && !isWorkedAt(line.hours, work.now)) return waitForHours(work, line.hours.text, chat, waiting);
  const operators = await operatorsOf(work, line);
  const asked = await choose(work, line, operators);
  return ask(work, chat, waiting, inviter, asked, asked.length < operators.length ? passedOnAt(line, work.now) : null);
}

/** When somebody else is asked, in milliseconds; null: never. */
export function passedOnAt({ passesOnAfter }: Line, now: number): number | null {
  return passesOnAfter === 0 ? null : now + passesOnAfter * 1000;
}

/** They are told so once. */
async function waitForHours(work: UnitOfWork, text: string, chat: Chat, session: LineSession): Promise<LineSession> {
  const isTold = session.state === 'queue' && session.askedIds.length === 0 && session.dueAt !== null;
  const dueAt = (Math.floor(work.now / QUARTER) + 1) * QUARTER;
  const waiting: LineSession = { ...session, state: 'queue', operatorId: 0, askedIds: [], dueAt };
  await work.lineSessions.updateSession(waiting);
  if (!isTold) await sayAutomatically(work, chat, text);
  return waiting;
}

export async function ask(
  work: UnitOfWork,
  chat: Chat,
  session: LineSession,
  inviter: User,
  asked: readonly User[],
  dueAt: number | null = null,
): Promise<LineSession> {
  const [only, another] = asked;
  const waiting: LineSession = {
    ...session,
    state: 'queue',
    askedIds: asked.map(({ id }) => id),
    operatorId: another ? 0 : (only?.id ?? 0),
    dueAt,
  };
  await work.lineSessions.updateSession(waiting);
  const added: User[] = [];
  for (const user of asked) if (!(await work.members.findMember(chat.id, user.id))) added.push(user);
  // What the visitor has written in this conversation is for them to read.
  const welcome = { hidesHistory: false, unreadAfter: session.beginsAfter };
  if (added.length > 0) await welcomeMembers(work, inviter, chat, added, welcome);
  return waiting;
}
