import { defineMethod } from '#api/kernel/definition/method.ts';
import { DONE, doneSchema } from '#api/terms/basic/done-v2.ts';
import { namedBot, tokenShown } from '#api/terms/bot/access.ts';
import { actingBot } from '#api/terms/bot/ids-v2.ts';
import { acting } from '#api/terms/bot/rows-v2.ts';
import { chatOfBot } from '#api/terms/chat/access-v2.ts';
import { chatIdAsDialog, dialogId } from '#api/terms/chat/ids-v2.ts';
import { duration, statusMessageCode } from '#api/terms/chat/params-v2.ts';
import { chatRow } from '#api/terms/chat/rows-v2.ts';
import { userOf } from '#domain/bot/access-bot.ts';
import { showStatus } from '#domain/chat/show-status.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'imbot.v2.Chat.InputAction.notify',
  summary: 'Shows that a bot is at work, and with what.',
  page: 'api-reference/chat-bots/chat-bots-v2/imbot.v2/ui/chat-input-action-notify',
  scope: 'imbot',
  params: { ...actingBot, dialogId, statusMessageCode, duration },
  prepare: chatIdAsDialog,
  guards: [() => tokenShown()],
  load: { bot: ({ botId }) => namedBot(botId), view: ({ botId, dialogId }) => chatOfBot(botId, dialogId) },
  errors: acting(chatRow.notFound, chatRow.denied),
  result: doneSchema,
  example: {
    params: {
      botId: 456,
      botToken: 'my_bot_token',
      dialogId: 'chat5',
      statusMessageCode: 'IMBOT_AGENT_ACTION_THINKING',
      duration: 30,
    },
    result: DONE,
  },
  async handle({ work, bot, view: { chat }, params: { statusMessageCode: status, duration: seconds } }) {
    showStatus(work, await userOf(work, bot), chat, { status, seconds });
    return done(DONE);
  },
});
