import { lookup } from '#api/kernel/definition/lookup.ts';
import { accessDialog } from '#domain/chat/access-chat.ts';
import type { Dialog } from '#domain/chat/dialog.ts';
import { accessWritable } from '#domain/message/send-message.ts';
import { done, refused } from '#kit/outcome.ts';
import { lookupAsBot, writingLookupAsBot } from '../bot/as-bot.ts';

/** Where a bot writes, and as whom. The private chat is made at the first contact; it goes again if a row below refuses. */
export const placeOfWritingBot = writingLookupAsBot(
  ['user_not_found', 'chat_not_found', 'chat_denied'],
  async (work, bot, dialog: Dialog | undefined) => {
    const found = dialog ? await accessWritable(work, bot, dialog) : refused('chat_not_found');
    return found.ok ? done({ author: bot, chat: found.value }) : found;
  },
);

/** A chat that a bot may look into. */
export const chatSeenByBot = lookupAsBot(
  ['chat_not_found', 'chat_denied'],
  async (work, bot, dialog: Dialog | undefined) =>
    dialog ? accessDialog(work, bot, dialog) : refused('chat_not_found'),
);

/** A chat that a bot is in. */
export const chatOfBot = lookupAsBot(
  ['chat_not_found', 'chat_denied'],
  async (work, bot, dialog: Dialog | undefined) => {
    const view = dialog ? await accessDialog(work, bot, dialog) : refused('chat_not_found');
    if (!view.ok) return view;
    const { chat, member } = view.value;
    return member ? done({ chat, member }) : refused('chat_denied');
  },
);

/** The bot of the portal whose dialog is meant. */
export const botOfDialog = lookup(['bot_not_found'], async ({ work, caller }, dialog: Dialog | undefined) => {
  const bot = dialog?.kind === 'user' ? await work.bots.findBot(dialog.userId) : undefined;
  return bot?.portalId === caller.portal.id ? done(bot) : refused('bot_not_found');
});
