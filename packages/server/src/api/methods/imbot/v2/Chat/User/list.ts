import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { namedBot, tokenShown } from '#api/terms/bot/access.ts';
import { actingBot } from '#api/terms/bot/ids-v2.ts';
import { acting } from '#api/terms/bot/rows-v2.ts';
import { chatSeenByBot } from '#api/terms/chat/access-v2.ts';
import { chatIdAsDialog, dialogId } from '#api/terms/chat/ids-v2.ts';
import { listFields } from '#api/terms/chat/params-v2.ts';
import { chatRow } from '#api/terms/chat/rows-v2.ts';
import { presentUser } from '#api/terms/user/present-v2.ts';
import { exampleUser, userSchema } from '#api/terms/user/schema-v2.ts';
import { listInOrder } from '#domain/chat/list-in-order.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'imbot.v2.Chat.User.list',
  summary: 'Lists who is in a chat.',
  page: 'api-reference/chat-bots/chat-bots-v2/imbot.v2/chats/chat-user-list',
  scope: 'imbot',
  reads: true,
  params: { ...actingBot, dialogId, ...listFields },
  prepare: chatIdAsDialog,
  guards: [() => tokenShown()],
  load: { bot: ({ botId }) => namedBot(botId), view: ({ botId, dialogId }) => chatSeenByBot(botId, dialogId) },
  errors: acting(chatRow.notFound, chatRow.denied),
  result: z.array(userSchema),
  example: { params: { botId: 456, botToken: 'my_bot_token', dialogId: 'chat5' }, result: [exampleUser] },
  async handle({ work, caller, view: { chat }, params }) {
    const { 'order.id': byId, 'order.userId': byUserId, 'order.lastSendMessageId': byWriting, limit } = params;
    const key = byWriting && !byId && !byUserId ? 'lastWritten' : 'id';
    const isDescending = (byId ?? byUserId ?? byWriting) === 'DESC';
    const users = await listInOrder(work, chat, { key, isDescending, limit });
    return done(users.map((user) => presentUser(user, caller.origin)));
  },
});
