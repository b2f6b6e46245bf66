import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { clientId } from '#api/terms/application/ids.ts';
import { field } from '#api/terms/basic/fields.ts';
import { answeredCommand } from '#api/terms/command/access.ts';
import { calledCommand } from '#api/terms/command/params.ts';
import { commandRow } from '#api/terms/command/rows.ts';
import { messageId } from '#api/terms/message/ids.ts';
import { contentFields, toContent } from '#api/terms/message/params.ts';
import { messageRow } from '#api/terms/message/rows.ts';
import { answerCommand } from '#domain/command/answer-command.ts';
import { mapDone } from '#kit/outcome.ts';

export default defineMethod({
  name: 'imbot.command.answer',
  summary: 'Answers a slash command where it was called.',
  page: 'api-reference/chat-bots/outdated/commands/imbot-command-answer',
  scope: 'imbot',
  params: {
    COMMAND_ID: field.maybeId('command', 'Id of the command; this or COMMAND must be given'),
    COMMAND: calledCommand,
    BOT_ID: field.maybeId('bot', 'Whose command COMMAND is, where several bots have one of that name'),
    MESSAGE_ID: messageId,
    ...contentFields,
    CLIENT_ID: clientId,
  },
  load: {
    command: ({ COMMAND_ID, COMMAND: name = '', BOT_ID: botId, MESSAGE_ID: calledBy }) =>
      answeredCommand(COMMAND_ID, { name, botId, calledBy }),
  },
  errors: [
    commandRow.notFound,
    commandRow.ofAnotherApp,
    { code: 'MESSAGE_ID_EMPTY', message: "Message ID can't be empty", wrong: 'MESSAGE_ID' },
    messageRow.empty,
    messageRow.attachError,
    messageRow.attachOversize,
    messageRow.keyboardError,
    messageRow.keyboardOversize,
    messageRow.menuError,
    { code: 'WRONG_REQUEST', message: "Message isn't added", refused: 'not_invoked', unsaved: true },
  ],
  result: z.number().int().describe('Id of the answer'),
  example: {
    params: {
      COMMAND_ID: 99,
      MESSAGE_ID: 33871,
      MESSAGE: 'Accepted. Executing command.',
      KEYBOARD: { BUTTONS: [{ TEXT: 'Repeat', COMMAND: 'echo repeat' }] },
      CLIENT_ID: 'my-bots',
    },
    result: 33879,
  },
  async handle({ work, command, params }) {
    const answered = await answerCommand(work, command, params.MESSAGE_ID, toContent(params));
    return mapDone(answered, (message) => message.id);
  },
});
