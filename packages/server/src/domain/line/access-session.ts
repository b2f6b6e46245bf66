import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import { findOwnApplication } from '../application/access-application.ts';
import type { Application } from '../application/application.ts';
import type { Bot } from '../bot/bot.ts';
import type { Caller } from '../caller.ts';
import type { Chat } from '../chat/chat.ts';
import { canAdminister } from '../user/administrator.ts';
import type { User } from '../user/user.ts';
import type { Line } from './line.ts';
import { operatorsOf } from './operators.ts';
import type { LineSession } from './session.ts';

/** A conversation with the chat it is in and the line that the visitor came to. */
export interface LineView {
  readonly chat: Chat;
  readonly session: LineSession;
  readonly line: Line;
}

/** The newest conversation in the chat of a visitor. */
export async function findInChat(work: Reading, portalId: number, chatId: number): Promise<LineView | undefined> {
  const session = await work.lineSessions.findNewest(chatId);
  return session && viewOf(work, portalId, session);
}

export async function findById(work: Reading, portalId: number, sessionId: number): Promise<LineView | undefined> {
  const session = await work.lineSessions.findSession(sessionId);
  return session && viewOf(work, portalId, session);
}

async function viewOf(work: Reading, portalId: number, session: LineSession): Promise<LineView | undefined> {
  const [chat, line] = [await work.chats.findChat(session.chatId), await work.lines.findEver(session.lineId)];
  return chat?.portalId === portalId && line ? { chat, session, line } : undefined;
}

/**
 * The bot of the caller's that serves the visitor: it is in the chat, or began the conversation. A bot token may stand in
 * the place of a CLIENT_ID here (G59).
 */
export async function servingBot(work: Reading, caller: Caller, { chat, session }: LineView): Promise<Bot | undefined> {
  for (const application of await applicationsOf(work, caller)) {
    for (const bot of await work.bots.listOfApplication(application.id))
      if (bot.id === session.botId || (await work.members.findMember(chat.id, bot.id))) return bot;
  }
  return undefined;
}

async function applicationsOf(work: Reading, caller: Caller): Promise<readonly Application[]> {
  const own = await findOwnApplication(work, caller);
  const { application, clientId, portal } = caller;
  const byToken =
    application === undefined && clientId !== undefined
      ? await work.applications.findByBotToken(portal.id, clientId)
      : undefined;
  return [own, byToken].filter((one) => one !== undefined);
}

/** Who of the portal's people may look into the conversation: who is in it, may be asked to take it, or runs the portal. */
async function isOfLine(work: Reading, user: User, { chat, session, line }: LineView): Promise<boolean> {
  if (canAdminister(user) || (await work.members.findMember(chat.id, user.id))) return true;
  const queue = session.queueLineId === line.id ? line : await work.lines.findLine(session.queueLineId);
  return queue !== undefined && (await operatorsOf(work, queue)).some(({ id }) => id === user.id);
}

/** A conversation that the caller has to do with: as a bot that serves the visitor, or as one of the people of the line. */
export async function accessSession(
  work: Reading,
  caller: Caller,
  view: LineView | undefined,
): Promise<Outcome<LineView, 'session_denied'>> {
  if (!view) return refused('session_denied');
  const isTheirs = (await servingBot(work, caller, view)) !== undefined || (await isOfLine(work, caller.user, view));
  return isTheirs ? done(view) : refused('session_denied');
}
