import { z } from 'zod';
import { answerCommand } from '../../../../domain/command/answer-command.ts';
import { mapDone } from '../../../../kit/outcome.ts';
import { calledCommand } from '../../../command-fields.ts';
import { field } from '../../../fields.ts';
import { defineMethod } from '../../../kernel/method.ts';
import { answeredCommand } from '../../../loaders.ts';
import { contentFields, toContent } from '../../../message-fields.ts';
import { row } from '../../../rows.ts';

export default defineMethod({
  name: 'imbot.command.answer',
  summary: 'Answers a slash command where it was called.',
  page: 'api-reference/chat-bots/outdated/commands/imbot-command-answer',
  scope: 'imbot',
  params: {
    COMMAND_ID: field.maybeId('Id of the command; this or COMMAND must be given'),
    COMMAND: calledCommand,
    BOT_ID: field.maybeId('Whose command COMMAND is, where several bots have one of that name'),
    MESSAGE_ID: field.messageId,
    ...contentFields,
    CLIENT_ID: field.clientId,
  },
  load: { command: answeredCommand },
  errors: [
    row.commandNotFound,
    row.commandOfAnotherApp,
    { code: 'MESSAGE_ID_EMPTY', message: "Message ID can't be empty", wrong: 'MESSAGE_ID' },
    row.messageEmpty,
    row.attachError,
    row.attachOversize,
    row.keyboardError,
    row.keyboardOversize,
    row.menuError,
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
