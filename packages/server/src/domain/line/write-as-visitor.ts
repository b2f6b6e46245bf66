import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { Reading, UnitOfWork } from '#storage/unit-of-work.ts';
import { addMember } from '../chat/add-member.ts';
import { type Chat, NO_ENTITY } from '../chat/chat.ts';
import type { Message } from '../message/message.ts';
import { postMessage } from '../message/post-message.ts';
import { markActive } from '../user/presence.ts';
import { NEW_USER, type User } from '../user/user.ts';
import { askQueue } from './ask-operators.ts';
import { beginSession } from './begin-session.ts';
import type { Line } from './line.ts';
import type { LineSession } from './session.ts';

/** What a visitor writes; the key is the browser's own, so that what it sends again is not written again. */
export interface VisitorLine {
  readonly key: string;
  readonly text: string;
}

/** Somebody at the page of a line, with their chat; undefined: they have written nothing yet. */
export async function findVisit(work: Reading, line: Line, token: string): Promise<Visit | undefined> {
  const known = await work.visitors.findByToken(line.id, token);
  const user = known && (await work.users.findUser(known.userId));
  const chat = known && (await work.chats.findChat(known.chatId));
  return user && chat ? { user, chat } : undefined;
}

export interface Visit {
  readonly user: User;
  readonly chat: Chat;
}

/** With their first message a visitor gets a user and a chat; with the first after the end of a conversation a new one begins. */
export async function writeAsVisitor(
  work: UnitOfWork,
  line: Line,
  token: string,
  { key, text }: VisitorLine,
): Promise<Outcome<Message, 'line_closed'>> {
  if (!line.isActive) return refused('line_closed');
  await work.lines.lockLine(line.id);
  const { user, chat } = (await findVisit(work, line, token)) ?? (await welcomeVisitor(work, line, token));
  await work.chats.lockChat(chat.id);
  const known = await work.messageTemplates.findTemplate({ chatId: chat.id, authorId: user.id, uuid: key });
  const again = known === undefined ? undefined : await work.messages.findMessage(known);
  if (again) return done(again);
  // Somebody may have taken them out of their own chat.
  if (!(await work.members.findMember(chat.id, user.id))) await addMember(work, chat, user, 'member', 0);
  const open = await work.lineSessions.findOpen(chat.id);
  const { chat: current } = open ? { chat } : await beginSession(work, line, user, chat);
  if (open && (await isLeftAlone(work, open))) {
    const queue = await work.lines.findLine(open.queueLineId);
    if (queue) await askQueue(work, queue, chat, open, user);
  }
  await markActive(work, user);
  return done(await postMessage(work, user, current, { text, params: {}, uuid: key }));
}

/** Nobody was there when they came, or the bot has gone: there may be somebody of the queue now. */
async function isLeftAlone(
  work: Reading,
  { chatId, state, askedIds, botId, operatorId }: LineSession,
): Promise<boolean> {
  const awaited = { bot: [botId], queue: askedIds, operator: [operatorId], closed: [] }[state];
  for (const id of awaited) if (await work.members.findMember(chatId, id)) return false;
  return true;
}

async function welcomeVisitor(work: UnitOfWork, line: Line, token: string): Promise<Visit> {
  const { portalId, language } = line;
  const known = await work.visitors.findByToken(line.id, token);
  const user = (known && (await work.users.findUser(known.userId))) ?? (await insertGuest(work, portalId, language));
  const chat = await work.chats.insertChat(
    {
      portalId,
      type: 'line',
      title: `${user.name} ${user.lastName} - ${line.name}`,
      description: '',
      color: '',
      avatar: '',
      ownerId: user.id,
      entity: NO_ENTITY,
    },
    work.now,
  );
  await addMember(work, chat, user, 'member', 0);
  if (known) await work.visitors.updateChat(user.id, chat.id);
  else await work.visitors.insertVisitor({ userId: user.id, lineId: line.id, chatId: chat.id }, token);
  return { user, chat };
}

const GUEST: Readonly<Record<string, string>> = { de: 'Gast', ru: 'Гость' };

/** They are told apart by a number. */
async function insertGuest(work: UnitOfWork, portalId: number, language: string): Promise<User> {
  const number = work.random.hex(4).toUpperCase();
  const draft = {
    ...NEW_USER,
    portalId,
    name: GUEST[language] ?? 'Guest',
    lastName: `#${number}`,
    language,
    isExtranet: true,
    isVisitor: true,
  };
  return work.users.insertUser(draft, work.now);
}
