import { lookup, writingLookup } from '#api/kernel/definition/lookup.ts';
import { accessDialog } from '#domain/chat/access-chat.ts';
import type { Dialog } from '#domain/chat/dialog.ts';
import { accessFile } from '#domain/file/access-file.ts';
import { accessWritable } from '#domain/message/send-message.ts';
import { refused } from '#kit/outcome.ts';
import { NO_ID } from '../basic/no-id.ts';
import { lookupAsBot } from '../bot/as-bot.ts';

/** A file of a chat that a bot may read, whoever sent it (V58). */
export const fileReadByBot = lookupAsBot(['file_not_found', 'file_denied'], (work, bot, id: number | undefined) =>
  accessFile(work, bot, id ?? NO_ID),
);

/** The same of the calling person. */
export const fileReadByCaller = lookup(['file_not_found', 'file_denied'], ({ work, caller }, id: number | undefined) =>
  accessFile(work, caller.user, id ?? NO_ID),
);

/** Where the calling person sends files. In an open chat that they look into, there is no folder for theirs. */
export const chatTakingFiles = writingLookup(
  ['chat_not_found', 'user_not_found', 'chat_denied', 'folder_denied'],
  async ({ work, caller: { user } }, dialog: Dialog | undefined) => {
    if (!dialog) return refused('chat_not_found');
    const chat = await accessWritable(work, user, dialog);
    if (chat.ok || chat.reason !== 'chat_denied') return chat;
    const view = await accessDialog(work, user, dialog);
    return refused(view.ok ? 'folder_denied' : 'chat_denied');
  },
);
