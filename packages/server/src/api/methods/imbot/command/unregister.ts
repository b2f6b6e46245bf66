import { z } from 'zod';
import { unregisterCommand } from '../../../../domain/command/unregister-command.ts';
import { field } from '../../../fields.ts';
import { defineMethod } from '../../../kernel/method.ts';
import { ownCommand } from '../../../loaders.ts';
import { row } from '../../../rows.ts';

export default defineMethod({
  name: 'imbot.command.unregister',
  summary: 'Removes a slash command.',
  page: 'api-reference/chat-bots/outdated/commands/imbot-command-unregister',
  scope: 'imbot',
  params: { COMMAND_ID: field.commandId, CLIENT_ID: field.clientId },
  load: { view: ownCommand },
  errors: [
    row.commandNotFound,
    { ...row.commandOfAnotherApp, message: 'Command was installed by another REST application' },
    { code: 'WRONG_REQUEST', message: "Command can't be deleted", unsaved: true },
  ],
  result: z.literal(true),
  example: { params: { COMMAND_ID: 99, CLIENT_ID: 'my-bots' }, result: true },
  handle: ({ work, view }) => unregisterCommand(work, view.command),
});
