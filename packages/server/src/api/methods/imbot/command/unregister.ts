import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { clientId } from '#api/terms/application/ids.ts';
import { ownCommand } from '#api/terms/command/access.ts';
import { commandId } from '#api/terms/command/ids.ts';
import { commandRow } from '#api/terms/command/rows.ts';
import { unregisterCommand } from '#domain/command/unregister-command.ts';

export default defineMethod({
  name: 'imbot.command.unregister',
  summary: 'Removes a slash command.',
  page: 'api-reference/chat-bots/outdated/commands/imbot-command-unregister',
  scope: 'imbot',
  params: { COMMAND_ID: commandId, CLIENT_ID: clientId },
  load: { view: ({ COMMAND_ID }) => ownCommand(COMMAND_ID) },
  errors: [
    commandRow.notFound,
    { ...commandRow.ofAnotherApp, message: 'Command was installed by another REST application' },
    { code: 'WRONG_REQUEST', message: "Command can't be deleted", unsaved: true },
  ],
  result: z.literal(true),
  example: { params: { COMMAND_ID: 99, CLIENT_ID: 'my-bots' }, result: true },
  handle: ({ work, view }) => unregisterCommand(work, view.command),
});
