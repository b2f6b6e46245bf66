import type { Possibly, Values } from '#api/kernel/definition/field.ts';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { childrenOf, within } from '#api/kernel/definition/within.ts';
import { DONE, doneSchema } from '#api/terms/basic/done-v2.ts';
import { namedBot, tokenShown } from '#api/terms/bot/access.ts';
import { actingBot } from '#api/terms/bot/ids-v2.ts';
import { acting } from '#api/terms/bot/rows-v2.ts';
import { dialogId } from '#api/terms/chat/ids-v2.ts';
import { commandOfBot } from '#api/terms/command/access-v2.ts';
import { commandId } from '#api/terms/command/ids-v2.ts';
import { messageId } from '#api/terms/message/ids-v2.ts';
import { saidFields, toSaid } from '#api/terms/message/params-v2.ts';
import { answerInvocation } from '#domain/command/answer-invocation.ts';
import { mapDone } from '#kit/outcome.ts';

const answerFields = within('fields', saidFields);

const failed = { code: 'COMMAND_ANSWER_FAILED', message: 'Command answer failed' } as const;

export default defineMethod({
  name: 'imbot.v2.Command.answer',
  summary: 'Answers a slash command where it was called.',
  page: 'api-reference/chat-bots/chat-bots-v2/imbot.v2/commands/command-answer',
  scope: 'imbot',
  params: { ...actingBot, commandId, messageId, dialogId, ...answerFields },
  guards: [() => tokenShown()],
  load: {
    bot: ({ botId }) => namedBot(botId),
    view: ({ botId, commandId }) => commandOfBot(botId, commandId),
  },
  errors: acting(
    { ...failed, wrong: 'commandId', refused: ['command_not_found', 'not_invoked'], unsaved: true },
    { ...failed, wrong: 'messageId' },
    { ...failed, wrong: 'dialogId' },
    { ...failed, wrong: 'fields.attach' },
    { ...failed, wrong: 'fields.keyboard', when: isEmpty },
  ),
  result: doneSchema,
  example: {
    params: {
      botId: 456,
      botToken: 'my_bot_token',
      commandId: 42,
      messageId: 789,
      dialogId: 'chat5',
      fields: { message: 'Here is the help text...' },
    },
    result: DONE,
  },
  async handle({ work, view, params }) {
    const { messageId, dialogId: dialog } = params;
    const content = toSaid(childrenOf('fields', params));
    return mapDone(await answerInvocation(work, view, { messageId, dialog }, content), () => DONE);
  },
});

function isEmpty(params: Possibly<Values<typeof answerFields>>): boolean {
  return params['fields.message'] === '' && !params['fields.attach'];
}
