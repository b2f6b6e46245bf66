import { z } from 'zod';
import { changeCommand } from '../../../../domain/command/change-command.ts';
import { changesNothing, commandChangeFields, toCommandChange } from '../../../command-fields.ts';
import { field } from '../../../fields.ts';
import { defineMethod } from '../../../kernel/method.ts';
import { within } from '../../../kernel/within.ts';
import { ownCommand } from '../../../loaders.ts';
import { row, wrongHandler } from '../../../rows.ts';

export default defineMethod({
  name: 'imbot.command.update',
  summary: 'Changes a slash command.',
  page: 'api-reference/chat-bots/outdated/commands/imbot-command-update',
  scope: 'imbot',
  params: { COMMAND_ID: field.commandId, ...within('FIELDS', commandChangeFields), CLIENT_ID: field.clientId },
  load: { command: ownCommand },
  errors: [
    row.commandNotFound,
    row.commandOfAnotherApp,
    wrongHandler('FIELDS.EVENT_COMMAND_ADD'),
    { ...row.updateEmpty, when: changesNothing },
    {
      code: 'WRONG_REQUEST',
      message: "Command can't be updated",
      invalid: 'FIELDS.COMMAND',
      wrong: 'FIELDS.LANG',
      refused: 'name_taken',
      unsaved: true,
    },
  ],
  result: z.literal(true),
  example: {
    params: {
      COMMAND_ID: 99,
      FIELDS: {
        COMMAND: 'echo2',
        EVENT_COMMAND_ADD: 'https://example.com/bot/command.php',
        HIDDEN: 'N',
        EXTRANET_SUPPORT: 'Y',
        LANG: [{ LANGUAGE_ID: 'en', TITLE: 'Echo 2', PARAMS: 'text' }],
      },
      CLIENT_ID: 'my-bots',
    },
    result: true,
  },
  handle: ({ work, command, params }) => changeCommand(work, command, toCommandChange(params)),
});
