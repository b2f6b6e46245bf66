import type { Chat } from '#domain/chat/chat.ts';
import { colorOf } from '#domain/color.ts';
import type { MessageFacts } from '#domain/event.ts';
import { fullFiles } from '#domain/file/list-files.ts';
import { withoutMention } from '#domain/message-parts/mentions.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import { colorCode } from '../basic/colors.ts';
import { yesNo } from '../basic/yes-no.ts';
import { dialogIdFor, messageType } from '../chat/chat-type.ts';
import type { LinkTaker } from '../file/links.ts';
import { presentFiles } from '../file/present.ts';

/*
 * Parts of `data[PARAMS]` of message and command events. Which of them stand in an event, and in which order,
 * is the event's own affair (R22); keys that speak of things a portal of ours has not got have the documented constant.
 */

/** Whose doing the event is, and where its dialog is for them: of the act, not of the message that it is about (R38). */
export function presentOrigin(message: MessageFacts, chat: Chat, userId: number) {
  return {
    TEMPLATE_ID: message.uuid,
    MESSAGE_TYPE: messageType(chat.type),
    FROM_USER_ID: userId,
    DIALOG_ID: dialogIdFor(chat, userId),
    TO_CHAT_ID: chat.id,
    AUTHOR_ID: userId,
    SYSTEM: 'N',
  } as const;
}

/** How a message that was just sent is to be treated. */
export function presentSendOptions(message: MessageFacts, recentAdd: boolean) {
  return {
    PUSH: 'Y',
    PUSH_IMPORTANT: 'N',
    ...(recentAdd && { RECENT_ADD: 'Y' as const }),
    RECENT_SKIP_AUTHOR: 'N',
    CONVERT: 'N',
    SKIP_COMMAND: 'N',
    SKIP_COUNTER_INCREMENTS: 'N',
    SILENT_CONNECTOR: 'N',
    SKIP_CONNECTOR: yesNo(message.skipConnector),
    IMPORTANT_CONNECTOR: 'N',
    NO_SESSION_OL: 'N',
    FAKE_RELATION: 0,
    SKIP_URL_INDEX: 'N',
  } as const;
}

/** The group chat that a message was sent to, from the side of the person who sent it. */
export async function presentGroup(work: Reading, chat: Chat, message: MessageFacts, userId: number) {
  const member = await work.members.findMember(chat.id, userId);
  return {
    CHAT_TITLE: chat.title,
    CHAT_AUTHOR_ID: chat.ownerId,
    CHAT_TYPE: messageType(chat.type),
    CHAT_AVATAR: chat.avatar ? ((await work.images.findImageId(chat.avatar)) ?? 0) : 0,
    CHAT_COLOR: colorCode(colorOf(chat)),
    CHAT_ENTITY_TYPE: chat.entity.type,
    ...presentEntity(chat),
    CHAT_EXTRANET: yesNo((await work.members.findExtranet(chat.id)) !== undefined),
    CHAT_PREV_MESSAGE_ID: message.previousId,
    CHAT_CAN_POST: 'MEMBER',
    RID: userId,
    IS_MANAGER: yesNo(member?.role === 'owner' || member?.role === 'manager'),
  } as const;
}

export function presentEntity(chat: Chat) {
  return {
    CHAT_ENTITY_ID: chat.entity.id,
    CHAT_ENTITY_DATA_1: chat.entity.data[0],
    CHAT_ENTITY_DATA_2: chat.entity.data[1],
    CHAT_ENTITY_DATA_3: chat.entity.data[2],
  };
}

/** Who is mentioned; an empty list has no place in a form. */
export function presentMentions({ mentionedIds }: MessageFacts) {
  return mentionedIds.length > 0 && { MENTIONED_LIST: Object.fromEntries(mentionedIds.map((id) => [id, id])) };
}

/** Whom a message in a group is for, 0 for everybody, and its text with the bot's own mention still in it (R21). */
export function presentAddress(botId: number, { text, mentionedIds }: MessageFacts) {
  const [first = 0] = mentionedIds;
  return { MESSAGE_ORIGINAL: text, TO_USER_ID: mentionedIds.includes(botId) ? botId : first };
}

/** The files that were sent with a message and are there yet, by id; none have no place in a form. */
export async function presentMessageFiles(message: MessageFacts, taker: LinkTaker) {
  if (!message.fileIds) return undefined;
  const files = await presentFiles(await fullFiles(taker.work, message.fileIds), taker);
  return files.length > 0 && { FILES: Object.fromEntries(files.map((file) => [file.id, file])) };
}

/** The text as the bot is to read it. */
export function textFor(botId: number, message: MessageFacts): string {
  return message.chatType === 'private' ? message.text : withoutMention(message.text, botId);
}
