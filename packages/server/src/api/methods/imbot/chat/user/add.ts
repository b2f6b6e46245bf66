import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { clientId } from '#api/terms/application/ids.ts';
import { field } from '#api/terms/basic/fields.ts';
import { ownBot } from '#api/terms/bot/access.ts';
import { botId } from '#api/terms/bot/ids.ts';
import { botRow } from '#api/terms/bot/rows.ts';
import { chatId } from '#api/terms/chat/ids.ts';
import { hideHistory } from '#api/terms/chat/params.ts';
import { chatRow } from '#api/terms/chat/rows.ts';
import { userOf } from '#domain/bot/access-bot.ts';
import { accessExtendable } from '#domain/chat/access-group.ts';
import { addNewMembers } from '#domain/chat/add-members.ts';
import { mapDone } from '#kit/outcome.ts';

export default defineMethod({
  name: 'imbot.chat.user.add',
  summary: 'Adds people and bots to a chat that a bot is in.',
  page: 'api-reference/chat-bots/outdated/chats/imbot-chat-user-add',
  scope: 'imbot',
  params: {
    CHAT_ID: chatId,
    USERS: field.requiredIdList('user', 'Ids of the people and bots to add'),
    HIDE_HISTORY: hideHistory,
    BOT_ID: botId,
    CLIENT_ID: clientId,
  },
  load: { bot: ({ BOT_ID }) => ownBot(BOT_ID) },
  errors: [
    chatRow.idEmpty,
    chatRow.unavailable,
    chatRow.addingForbidden,
    { code: 'WRONG_REQUEST', message: 'User IDs must be passed in array format', wrong: 'USERS' },
    {
      code: 'WRONG_REQUEST',
      message: "You don't have access or user already member in chat",
      refused: ['adding_denied', 'already_members'],
    },
    botRow.notFound,
    botRow.ofAnotherRestApp,
  ],
  result: z.literal(true),
  example: { params: { CHAT_ID: 2725, USERS: [1269], HIDE_HISTORY: 'Y', CLIENT_ID: 'my-bots' }, result: true },
  async handle({ work, bot, params }) {
    const chat = await accessExtendable(work, bot.portalId, params.CHAT_ID);
    if (!chat.ok) return chat;
    const added = await addNewMembers(work, await userOf(work, bot), chat.value, {
      userIds: params.USERS,
      hidesHistory: params.HIDE_HISTORY,
    });
    return mapDone(added, () => true);
  },
});
