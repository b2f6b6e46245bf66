import { defineMethod } from '#api/kernel/definition/method.ts';
import { namedBot, tokenShown } from '#api/terms/bot/access.ts';
import { actingBot } from '#api/terms/bot/ids-v2.ts';
import { acting } from '#api/terms/bot/rows-v2.ts';
import { exampleChat, oneChatSchema, presentChat } from '#api/terms/chat/answer-v2.ts';
import { newChatFields, toNewChat } from '#api/terms/chat/params-v2.ts';
import { userOf } from '#domain/bot/access-bot.ts';
import { makeOwnedChat } from '#domain/chat/make-owned-chat.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'imbot.v2.Chat.add',
  summary: 'Makes a chat that a bot is in.',
  page: 'api-reference/chat-bots/chat-bots-v2/imbot.v2/chats/chat-add',
  scope: 'imbot',
  params: { ...actingBot, ...newChatFields },
  guards: [() => tokenShown()],
  load: { bot: ({ botId }) => namedBot(botId) },
  errors: acting(),
  result: oneChatSchema,
  example: {
    params: { botId: 456, botToken: 'my_bot_token', fields: { title: 'Support Chat', userIds: [1, 2] } },
    result: exampleChat,
  },
  async handle({ work, caller, bot, params }) {
    const user = await userOf(work, bot);
    const { draft, ownerId } = toNewChat(params);
    const chat = await makeOwnedChat(work, user, draft, ownerId);
    const view = { chat, member: await work.members.findMember(chat.id, user.id) };
    return done(await presentChat(work, user, view, caller.origin));
  },
});
