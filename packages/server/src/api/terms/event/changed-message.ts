import type { Bot } from '#domain/bot/bot.ts';
import type { Chat } from '#domain/chat/chat.ts';
import type { MessageFacts } from '#domain/event.ts';
import { dialogIdFor, messageType } from '../chat/chat-type.ts';
import { presentEntity } from './message.ts';

/** `data[PARAMS]` of a message that was changed or deleted; `more` is what the one of the two has and the other lacks. */
export function presentChangedMessage<M extends object>(
  chat: Chat,
  message: MessageFacts,
  bot: Bot,
  text: string,
  language: string,
  more: M,
) {
  const isGroup = chat.type !== 'private';
  return {
    ID: message.id,
    CHAT_ID: chat.id,
    AUTHOR_ID: message.authorId,
    MESSAGE: text,
    MESSAGE_TYPE: messageType(chat.type),
    CHAT_AUTHOR_ID: chat.ownerId,
    ...(isGroup && { CHAT_ENTITY_TYPE: chat.entity.type }),
    ...presentEntity(chat),
    ...(!isGroup && { FROM_USER_ID: message.authorId, TO_USER_ID: bot.id }),
    ...more,
    DIALOG_ID: dialogIdFor(chat, message.authorId),
    MESSAGE_ID: message.id,
    CHAT_TYPE: messageType(chat.type),
    LANGUAGE: language,
  };
}
