import { guard } from '#api/kernel/definition/lookup.ts';
import { accessDialog } from '#domain/chat/access-chat.ts';
import type { Dialog } from '#domain/chat/dialog.ts';
import { accessAsMember, accessReadable } from '#domain/message/access-message.ts';
import { accessOwnLine, accessRemovableLine } from '#domain/message/access-own-line.ts';
import { done, refused } from '#kit/outcome.ts';
import { NO_ID } from '../basic/no-id.ts';
import { lookupAsBot, writingLookupAsBot } from '../bot/as-bot.ts';

/** A message that a bot may change. */
export const lineOfBot = writingLookupAsBot(['message_not_editable'], (work, bot, id: number | undefined) =>
  accessOwnLine(work, bot, id ?? NO_ID),
);

/** A message that a bot may delete. */
export const lineRemovedByBot = writingLookupAsBot(
  ['message_not_editable'],
  (work, bot, id: number | undefined, complete: boolean | undefined) =>
    accessRemovableLine(work, bot, id ?? NO_ID, { complete: complete ?? false }),
);

/** A message of a chat that a bot is in. */
export const messageNearBot = lookupAsBot(['message_not_found'], (work, bot, id: number | undefined) =>
  accessAsMember(work, bot, id ?? NO_ID),
);

/** The same, deleted or not, for those who are told why they may not read it. */
export const messageReadByBot = lookupAsBot(
  ['message_not_found', 'message_denied'],
  (work, bot, id: number | undefined) => accessReadable(work, bot, id ?? NO_ID),
);

/** A chat that a bot reads up to a message of it, or to its end. Without a dialog the message says which chat is meant (V21). */
export const chatReadByBot = lookupAsBot(
  ['chat_not_found', 'chat_denied', 'message_not_found'],
  async (work, bot, dialog: Dialog | undefined, messageId: number | undefined) => {
    const message = messageId === undefined ? undefined : await work.messages.findMessage(messageId);
    const place: Dialog | undefined = dialog ?? (message && { kind: 'chat', chatId: message.chatId });
    const view = place ? await accessDialog(work, bot, place) : refused('chat_not_found');
    if (!view.ok) return view;
    const { chat, member } = view.value;
    if (!member) return refused('chat_denied');
    const isThere = message?.chatId === chat.id && message.id > member.historyAfter;
    if (messageId !== undefined && !isThere) return refused('message_not_found');
    return done({ view: { chat, member }, upTo: messageId });
  },
);

/** Histories are for bots that hear everything in their chats anyway (V26). */
export const readsHistory = guard(['bot_type_not_allowed'], async ({ work }, botId: number | undefined) => {
  const bot = await work.bots.findBot(botId ?? NO_ID);
  return bot?.type === 'supervisor' || bot?.type === 'personal' ? done(true) : refused('bot_type_not_allowed');
});
