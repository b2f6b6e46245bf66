import { z } from 'zod';
import { userOf } from '../../../../../domain/bot/access-bot.ts';
import { addNewMembers } from '../../../../../domain/chat/add-members.ts';
import { mapDone } from '../../../../../kit/outcome.ts';
import { field } from '../../../../fields.ts';
import { defineMethod } from '../../../../kernel/method.ts';
import { extendableChat, ownBot } from '../../../../loaders.ts';
import { row } from '../../../../rows.ts';

export default defineMethod({
  name: 'imbot.chat.user.add',
  summary: 'Adds people and bots to a chat that a bot is in.',
  page: 'api-reference/chat-bots/outdated/chats/imbot-chat-user-add',
  scope: 'imbot',
  params: {
    CHAT_ID: field.chatId,
    USERS: field.requiredIdList('Ids of the people and bots to add'),
    HIDE_HISTORY: field.hideHistory,
    BOT_ID: field.botId,
    CLIENT_ID: field.clientId,
  },
  load: { chat: extendableChat, bot: ownBot },
  errors: [
    row.chatIdEmpty,
    row.chatUnavailable,
    row.addingForbidden,
    { code: 'WRONG_REQUEST', message: 'User IDs must be passed in array format', wrong: 'USERS' },
    {
      code: 'WRONG_REQUEST',
      message: "You don't have access or user already member in chat",
      refused: ['adding_denied', 'already_members'],
    },
    row.botNotFound,
    row.botOfAnotherRestApp,
  ],
  result: z.literal(true),
  example: { params: { CHAT_ID: 2725, USERS: [1269], HIDE_HISTORY: 'Y', CLIENT_ID: 'my-bots' }, result: true },
  async handle({ work, bot, chat, params }) {
    const added = await addNewMembers(work, await userOf(work, bot), chat, {
      userIds: params.USERS,
      hidesHistory: params.HIDE_HISTORY,
    });
    return mapDone(added, () => true);
  },
});
