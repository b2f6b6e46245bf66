import { z } from 'zod';
import { type BotEventContext, defineEvent } from '#api/kernel/definition/event.ts';
import { messageType } from '#api/terms/chat/chat-type.ts';
import { presentEventBot } from '#api/terms/event/auth.ts';
import { presentGroup, presentOrigin, presentSendOptions } from '#api/terms/event/message.ts';
import { botSchema, eventSchemas, groupShape, sentShape, USER } from '#api/terms/event/schema.ts';
import { presentEventUser } from '#api/terms/event/user.ts';

const { id, text, idMap } = eventSchemas;
const COMMAND = botSchema.extend({
  COMMAND: text,
  COMMAND_ID: id,
  COMMAND_PARAMS: text,
  COMMAND_CONTEXT: z.enum(['TEXTAREA', 'KEYBOARD', 'MENU']),
  MESSAGE_ID: id,
});
const CONTEXTS = { textarea: 'TEXTAREA', keyboard: 'KEYBOARD', menu: 'MENU' } as const;
const PARAMS = z
  .object(sentShape)
  .extend(groupShape)
  .extend({
    CHAT_PARENT_ID: id.optional(),
    CHAT_PARENT_MID: id.optional(),
    BOT_IN_CHAT: idMap.optional().describe('Ids of the bots in the chat'),
    SKIP_USER_CHECK: z.literal('Y'),
  });

export default defineEvent({
  name: 'ONIMCOMMANDADD',
  page: 'api-reference/chat-bots/outdated/commands/events/on-im-command-add',
  scope: 'imbot',
  on: 'commandInvoked',
  grants: 'refresh',
  payload: z.object({ COMMAND: z.record(z.string(), COMMAND).describe('By id'), PARAMS, USER }),
  async data(context) {
    const { work, event, portal } = context;
    const { message, userId, commandId } = event;
    const chat = await work.chats.findChat(message.chatId);
    if (!chat) return undefined;
    const isGroup = chat.type !== 'private';
    const group = isGroup && {
      CHAT_ID: chat.id,
      CHAT_PARENT_ID: 0,
      CHAT_PARENT_MID: 0,
      ...(await presentGroup(work, chat, message, userId)),
      BOT_IN_CHAT: Object.fromEntries(message.botIds.map((id) => [id, id])),
    };
    return {
      COMMAND: {
        [commandId]: {
          ...presentEventBot(context),
          COMMAND: event.command,
          COMMAND_ID: commandId,
          COMMAND_PARAMS: event.params,
          COMMAND_CONTEXT: CONTEXTS[event.context],
          MESSAGE_ID: message.id,
        },
      },
      PARAMS: {
        MESSAGE: lineOf(event),
        ...presentOrigin(message, chat, userId),
        ...(isGroup ? group : { TO_USER_ID: await interlocutorOf(context) }),
        SKIP_USER_CHECK: 'Y',
        ...presentSendOptions(message, true),
        MESSAGE_ID: message.id,
        CHAT_TYPE: messageType(chat.type),
        LANGUAGE: portal.language,
      },
      USER: await presentEventUser(work, userId, 'brief'),
    } as const;
  },
});

/** A pressed button arrives as the command line that it stands for, not as the message that it is under (R38). */
function lineOf({ context, command, params, message }: BotEventContext<'commandInvoked'>['event']): string {
  return context === 'textarea' ? message.text : `/${command} ${params}`.trimEnd();
}

/** Whom the person is talking to in their private chat: a common command is called from anywhere (R27). */
async function interlocutorOf({ work, bot, event }: BotEventContext<'commandInvoked'>): Promise<number> {
  const { message, userId } = event;
  if (message.botIds.includes(bot.id)) return bot.id;
  const members = await work.members.listOfChat(message.chatId);
  // In their notes a person talks to themselves.
  return members.find((member) => member.userId !== userId)?.userId ?? userId;
}
