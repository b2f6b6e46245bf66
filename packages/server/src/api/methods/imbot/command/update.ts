import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { within } from '#api/kernel/definition/within.ts';
import { clientId } from '#api/terms/application/ids.ts';
import { wrongHandler } from '#api/terms/basic/handler-rows.ts';
import { changeRow } from '#api/terms/basic/rows.ts';
import { ownCommand } from '#api/terms/command/access.ts';
import { commandId } from '#api/terms/command/ids.ts';
import { changesNothing, commandChangeFields, toCommandChange } from '#api/terms/command/params.ts';
import { commandRow } from '#api/terms/command/rows.ts';
import { changeCommand } from '#domain/command/change-command.ts';

export default defineMethod({
  name: 'imbot.command.update',
  summary: 'Changes a slash command.',
  page: 'api-reference/chat-bots/outdated/commands/imbot-command-update',
  scope: 'imbot',
  params: { COMMAND_ID: commandId, ...within('FIELDS', commandChangeFields), CLIENT_ID: clientId },
  load: { command: ({ COMMAND_ID }) => ownCommand(COMMAND_ID) },
  errors: [
    commandRow.notFound,
    commandRow.ofAnotherApp,
    wrongHandler('FIELDS.EVENT_COMMAND_ADD'),
    { ...changeRow.updateEmpty, when: changesNothing },
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
