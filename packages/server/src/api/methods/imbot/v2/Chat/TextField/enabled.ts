import { defineMethod } from '#api/kernel/definition/method.ts';
import { DONE, doneSchema } from '#api/terms/basic/done-v2.ts';
import { namedBot, tokenShown } from '#api/terms/bot/access.ts';
import { actingBot } from '#api/terms/bot/ids-v2.ts';
import { acting } from '#api/terms/bot/rows-v2.ts';
import { chatOfBot } from '#api/terms/chat/access-v2.ts';
import { chatIdAsDialog, dialogId } from '#api/terms/chat/ids-v2.ts';
import { enabled } from '#api/terms/chat/params-v2.ts';
import { chatRow } from '#api/terms/chat/rows-v2.ts';
import { switchField } from '#domain/chat/switch-field.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'imbot.v2.Chat.TextField.enabled',
  summary: 'Shuts the field in which people write in a chat, or opens it.',
  page: 'api-reference/chat-bots/chat-bots-v2/imbot.v2/ui/chat-text-field-enabled',
  scope: 'imbot',
  params: { ...actingBot, dialogId, enabled },
  prepare: chatIdAsDialog,
  guards: [() => tokenShown()],
  load: { bot: ({ botId }) => namedBot(botId), view: ({ botId, dialogId }) => chatOfBot(botId, dialogId) },
  errors: acting(chatRow.notFound, chatRow.denied),
  result: doneSchema,
  example: { params: { botId: 456, botToken: 'my_bot_token', dialogId: 'chat5', enabled: false }, result: DONE },
  async handle({ work, view: { chat }, params: { enabled } }) {
    await switchField(work, chat, enabled);
    return done(DONE);
  },
});
