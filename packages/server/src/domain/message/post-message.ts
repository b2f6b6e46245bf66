import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { Bot } from '../bot/bot.ts';
import { recipientsOf } from '../bot/recipients.ts';
import type { Chat } from '../chat/chat.ts';
import { invokeTypedCommands } from '../command/invoke-command.ts';
import type { MessageFacts } from '../event.ts';
import { parseMentions } from '../message-parts/mentions.ts';
import { recordEvent } from '../record-event.ts';
import type { User } from '../user/user.ts';
import { tellWatchers } from '../user-queue/tell-watchers.ts';
import type { Message, MessageDraft, MessageParams } from './message.ts';
import { previewedLink } from './previewed-link.ts';
import { storedText } from './stored-text.ts';

export interface MessageContent {
  readonly text: string;
  readonly params: MessageParams;
  readonly isSystem?: boolean;
  readonly replyToId?: number;
  /** By which its sender knows it; without one it is drawn. */
  readonly uuid?: string | undefined;
  /** Not passed on to the visitor of an open channel. */
  readonly skipConnector?: boolean;
}

/**
 * Writes a message into a chat and records the events of the bots that receive it. Checks no rights: the actions that call
 * this have. Events of commands in the text come before the event of the message, in the order of the text (R26).
 */
export async function postMessage(
  work: UnitOfWork,
  author: User,
  chat: Chat,
  content: MessageContent,
): Promise<Message> {
  const { message, previousId } = await append(work, {
    chatId: chat.id,
    authorId: author.id,
    text: storedText(content.text),
    isSystem: content.isSystem ?? false,
    uuid: content.uuid ?? work.random.uuid(),
    replyToId: content.replyToId ?? null,
    params: content.skipConnector && chat.type === 'line' ? { ...content.params, isInternal: true } : content.params,
  });
  if (content.uuid !== undefined) {
    const named = { chatId: chat.id, authorId: author.id, uuid: content.uuid };
    await work.messageTemplates.insertTemplate(named, message.id);
  }
  const bots = await work.bots.listInChat(chat.id);
  const facts = messageFacts(message, chat, bots, previousId, content.skipConnector);
  // A bot's message never invokes a command (R16): two bots could keep each other busy for ever.
  const called = author.isBot ? undefined : await invokeTypedCommands(work, author, chat, message.text, facts);
  for (const bot of recipientsOf(bots, chat, author, facts)) {
    // A bot of the first generation whose command was called is not told of the message too: it would answer twice (R26).
    if (bot.generation !== 'v1' || !called?.has(bot.id))
      await recordEvent(work, bot, chat.id, { type: 'messageAdded', userId: author.id, message: facts });
    // A bot of type H looks like a person: it is seen typing before it answers (R17).
    if (bot.type === 'human')
      work.announce({ type: 'typing', portalId: chat.portalId, chatId: chat.id, userId: bot.id });
  }
  await tellWatchers(work, chat, () => ({ type: 'messageAdded', userId: author.id, message: facts }));
  const link = previewedLink(message);
  work.announce({ type: 'messageAdded', portalId: chat.portalId, chatId: chat.id, messageId: message.id, link });
  return message;
}

/** A line of the portal itself, e.g. that somebody joined; no bot is told of it. */
export async function postSystemLine(
  work: UnitOfWork,
  chat: Chat,
  text: string,
  params: MessageParams,
): Promise<Message> {
  const draft = { chatId: chat.id, authorId: 0, text, isSystem: true, uuid: null, replyToId: null, params };
  const { message } = await append(work, draft);
  work.announce({ type: 'messageAdded', portalId: chat.portalId, chatId: chat.id, messageId: message.id });
  return message;
}

export function messageFacts(
  message: Message,
  chat: Chat,
  bots: readonly Bot[],
  previousId: number,
  skipConnector = false,
): MessageFacts {
  const { fileIds } = message.params;
  const facts = {
    id: message.id,
    chatId: chat.id,
    chatType: chat.type,
    authorId: message.authorId,
    text: message.text,
    isSystem: message.isSystem,
    uuid: message.uuid,
    createdAt: message.createdAt,
    previousId,
    mentionedIds: parseMentions(message.text),
    botIds: bots.map((bot) => bot.id),
    skipConnector,
  };
  return fileIds ? { ...facts, fileIds } : facts;
}

/** The next line of a chat. Until the unit ends nobody else adds one: numbers follow one another. */
async function append(work: UnitOfWork, draft: MessageDraft): Promise<{ message: Message; previousId: number }> {
  const previous = await work.messages.lockLast(draft.chatId);
  const message = await work.messages.insertMessage(draft, (previous?.seq ?? 0) + 1, work.now);
  return { message, previousId: previous?.id ?? 0 };
}
