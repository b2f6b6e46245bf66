import { toIso } from '#api/kernel/call/time-block.ts';
import type { Member } from '#domain/chat/chat.ts';
import type { Message } from '#domain/message/message.ts';
import { type History, isUnread } from '#domain/message/read-history.ts';
import { presentAttach, presentKeyboard } from './present-parts.ts';
import { type PictureOf, previewCard } from './preview.ts';

/** What is to be known of a message beside itself. */
interface Surroundings {
  readonly likedBy: readonly number[];
  /** The place of the reader in the chat. */
  readonly member: Member | undefined;
  readonly isByBot: boolean;
  readonly pictureOf: PictureOf;
}

/** The messages of a dialog as they stand in its history. */
export function presentHistory({ messages, member, likes, botIds }: History, pictureOf: PictureOf) {
  return messages.map((message) =>
    presentMessage(message, {
      likedBy: likes.get(message.id) ?? [],
      member,
      isByBot: botIds.has(message.authorId),
      pictureOf,
    }),
  );
}

/** One of them. */
export function presentMessage(message: Message, around: Surroundings) {
  return {
    id: message.id,
    chat_id: message.chatId,
    author_id: message.isSystem ? 0 : message.authorId,
    date: toIso(message.createdAt),
    text: message.text,
    unread: isUnread(message, around.member),
    uuid: message.isSystem ? null : message.uuid,
    replaces: [],
    params: presentParams(message, around),
    disappearing_date: null,
  };
}

/** What a line of the portal tells. */
const LINE_CODES = { joined: 'CHAT_JOIN', left: 'CHAT_LEAVE', automatic: undefined, finished: undefined } as const;

/** What is not so is left out; where nothing is, the empty object is a list to those who wrote the protocol. */
export function presentParams(
  message: Message,
  { likedBy, isByBot, pictureOf }: Pick<Surroundings, 'likedBy' | 'isByBot' | 'pictureOf'>,
) {
  const { params, replyToId } = message;
  const { attach = [], preview, keyboard, menu, fileIds, urlPreview, code, isEdited, isDeleted } = params;
  const cards = preview ? [...attach, previewCard(preview, pictureOf(message))] : attach;
  const lineCode = code && LINE_CODES[code];
  const present = {
    ...(likedBy.length > 0 && { LIKE: likedBy }),
    ...(cards.length > 0 && { ATTACH: presentAttach(cards, message) }),
    ...(keyboard && { KEYBOARD: presentKeyboard(keyboard, message, isByBot) }),
    ...(menu && { MENU: menu }),
    ...(fileIds && { FILE_ID: fileIds }),
    ...(urlPreview === false && { URL_PREVIEW: 'N' as const }),
    ...(replyToId !== null && { REPLY_ID: replyToId }),
    ...(isEdited && { IS_EDITED: 'Y' as const }),
    ...(isDeleted && { IS_DELETED: 'Y' as const }),
    ...(lineCode && { CODE: [lineCode], NOTIFY: 'N' as const }),
  };
  return Object.keys(present).length > 0 ? present : [];
}
