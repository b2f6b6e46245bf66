import type { Reading, UnitOfWork } from '#storage/unit-of-work.ts';
import { userOf } from '../bot/access-bot.ts';
import type { Bot } from '../bot/bot.ts';
import type { Chat } from '../chat/chat.ts';
import { welcomeMembers } from '../chat/welcome-members.ts';
import type { User } from '../user/user.ts';
import { askQueue } from './ask-operators.ts';
import { holdChat } from './hold-chat.ts';
import type { Line } from './line.ts';
import { entityOf } from './line-entity.ts';
import { sayAutomatically } from './say-automatically.ts';
import type { LineSession } from './session.ts';

/** The bot that speaks with visitors first: of this portal, and made for open channels. */
async function welcomeBotOf(work: Reading, line: Line): Promise<Bot | undefined> {
  const bot = line.usesBot && line.welcomeBotId > 0 ? await work.bots.findBot(line.welcomeBotId) : undefined;
  return bot?.portalId === line.portalId && worksInLines(bot) ? bot : undefined;
}

export function worksInLines({ type, isOpenline }: Pick<Bot, 'type' | 'isOpenline'>): boolean {
  return type === 'openline' || isOpenline;
}

export interface BegunSession {
  readonly chat: Chat;
  readonly session: LineSession;
}

/** A visitor begins to write: the line's bot comes in, or somebody of its queue. The bot learns of that before it hears anything. */
export async function beginSession(work: UnitOfWork, line: Line, visitor: User, chat: Chat): Promise<BegunSession> {
  const bot = await welcomeBotOf(work, line);
  const session = await work.lineSessions.insertSession({
    lineId: line.id,
    queueLineId: line.id,
    chatId: chat.id,
    visitorId: visitor.id,
    botId: bot?.id ?? 0,
    operatorId: 0,
    state: bot ? 'bot' : 'queue',
    askedIds: [],
    triedIds: [],
    dueAt: null,
    beginsAfter: (await work.messages.findLast(chat.id))?.id ?? 0,
    startedAt: work.now,
    closedAt: null,
  });
  const entity = entityOf(line, session);
  await work.chats.updateEntity(chat.id, entity);
  const begun = { ...chat, entity };
  if (line.greets) await sayAutomatically(work, begun, line.greeting);
  if (!bot) return { chat: begun, session: await askQueue(work, line, begun, session, visitor) };
  const user = await userOf(work, bot);
  if (!(await work.members.findMember(chat.id, bot.id)))
    await welcomeMembers(work, visitor, begun, [user], { hidesHistory: false });
  await holdChat(work, begun, user);
  return { chat: { ...begun, ownerId: user.id }, session };
}
