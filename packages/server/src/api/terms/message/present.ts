import { toIso } from '#api/kernel/call/time-block.ts';
import type { Member } from '#domain/chat/chat.ts';
import type { Message } from '#domain/message/message.ts';
import { isUnread } from '#domain/message/read-history.ts';

/** A message as it stands in the history of a dialog, for the reader whose place in the chat is `member`. */
export function presentMessage(message: Message, likedBy: readonly number[], member: Member | undefined) {
  return {
    id: message.id,
    chat_id: message.chatId,
    author_id: message.isSystem ? 0 : message.authorId,
    date: toIso(message.createdAt),
    text: message.text,
    unread: isUnread(message, member),
    uuid: message.isSystem ? null : message.uuid,
    replaces: [],
    params: presentParams(message, likedBy),
    disappearing_date: null,
  };
}

/** What a line of the portal tells. */
const LINE_CODES = { joined: 'CHAT_JOIN', left: 'CHAT_LEAVE' } as const;

/** What is not so is left out; where nothing is, the empty object is a list to those who wrote the protocol. */
function presentParams({ params, replyToId }: Message, likedBy: readonly number[]) {
  const { attach, keyboard, menu, urlPreview, code, isEdited, isDeleted } = params;
  const present = {
    ...(likedBy.length > 0 && { LIKE: likedBy }),
    ...(attach && { ATTACH: attach }),
    ...(keyboard && { KEYBOARD: keyboard }),
    ...(menu && { MENU: menu }),
    ...(urlPreview === false && { URL_PREVIEW: 'N' as const }),
    ...(replyToId !== null && { REPLY_ID: replyToId }),
    ...(isEdited && { IS_EDITED: 'Y' as const }),
    ...(isDeleted && { IS_DELETED: 'Y' as const }),
    ...(code && { CODE: [LINE_CODES[code]], NOTIFY: 'N' as const }),
  };
  return Object.keys(present).length > 0 ? present : [];
}
