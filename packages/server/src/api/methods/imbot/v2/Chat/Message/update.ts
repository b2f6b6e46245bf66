import { defineMethod } from '#api/kernel/definition/method.ts';
import { childrenOf, within } from '#api/kernel/definition/within.ts';
import { DONE, doneSchema } from '#api/terms/basic/done-v2.ts';
import { field } from '#api/terms/basic/fields.ts';
import { namedBot, tokenShown } from '#api/terms/bot/access.ts';
import { actingBot } from '#api/terms/bot/ids-v2.ts';
import { acting } from '#api/terms/bot/rows-v2.ts';
import { lineOfBot } from '#api/terms/message/access-v2.ts';
import { messageId } from '#api/terms/message/ids-v2.ts';
import { menu, newAttach, newKeyboard } from '#api/terms/message/params-v2.ts';
import { messageRow } from '#api/terms/message/rows-v2.ts';
import { userOf } from '#domain/bot/access-bot.ts';
import { editFound } from '#domain/message/edit-message.ts';
import { mapDone } from '#kit/outcome.ts';

export default defineMethod({
  name: 'imbot.v2.Chat.Message.update',
  summary: 'Changes a message of a bot.',
  page: 'api-reference/chat-bots/chat-bots-v2/imbot.v2/messages/chat-message-update',
  scope: 'imbot',
  params: {
    ...actingBot,
    messageId,
    ...within('fields', {
      message: field.givenMessage('New text; an empty one changes nothing'),
      attach: newAttach,
      keyboard: newKeyboard,
      menu,
      urlPreview: field.changeFlag('N: links stay plain'),
    }),
  },
  guards: [() => tokenShown()],
  load: {
    bot: ({ botId }) => namedBot(botId),
    view: ({ botId, messageId }) => lineOfBot(botId, messageId),
  },
  errors: acting(
    { ...messageRow.denied, refused: 'message_not_editable' },
    messageRow.attachError,
    messageRow.keyboardError,
  ),
  result: doneSchema,
  example: {
    params: { botId: 456, botToken: 'my_bot_token', messageId: 789, fields: { message: 'Updated text' } },
    result: DONE,
  },
  async handle({ work, bot, view, params }) {
    const { message, ...parts } = childrenOf('fields', params);
    const edited = await editFound(work, await userOf(work, bot), view, { text: message || undefined, ...parts });
    return mapDone(edited, () => DONE);
  },
});
