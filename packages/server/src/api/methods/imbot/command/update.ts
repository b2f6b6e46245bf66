import { z } from 'zod';
import { changeCommand } from '../../../../domain/command/change-command.ts';
import { commandChangeFields } from '../../../command-fields.ts';
import { field } from '../../../fields.ts';
import type { Values } from '../../../kernel/field.ts';
import { defineMethod } from '../../../kernel/method.ts';
import { childrenOf, within } from '../../../kernel/within.ts';
import { ownCommand } from '../../../loaders.ts';
import { row, UPDATE_EMPTY, WRONG_HANDLER } from '../../../rows.ts';

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
    { code: 'EVENT_COMMAND_ADD_ERROR', message: WRONG_HANDLER, invalid: 'FIELDS.EVENT_COMMAND_ADD' },
    {
      code: 'WRONG_REQUEST',
      message: UPDATE_EMPTY,
      when: (params, faulty) => faulty.size === 0 && isEmpty(childrenOf('FIELDS', params)),
    },
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
  async handle({ work, command, params }) {
    const { COMMAND, EVENT_COMMAND_ADD, HIDDEN, EXTRANET_SUPPORT, LANG } = childrenOf('FIELDS', params);
    return changeCommand(work, command, {
      name: COMMAND,
      handlerUrl: EVENT_COMMAND_ADD,
      isHidden: HIDDEN,
      isExtranet: EXTRANET_SUPPORT,
      titles: LANG,
    });
  },
});

function isEmpty(given: Values<typeof commandChangeFields>): boolean {
  return Object.values(given).every((value) => value === undefined);
}
