import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { MESSAGE_LENGTH } from '#api/terms/basic/amounts.ts';
import { field } from '#api/terms/basic/fields.ts';
import { anyBot } from '#api/terms/bot/access.ts';
import { knownMessage } from '#api/terms/message/access.ts';
import { messageId } from '#api/terms/message/ids.ts';
import { messageRow } from '#api/terms/message/rows.ts';
import { pressCommand } from '#domain/command/press-command.ts';

export default defineMethod({
  name: 'im.message.command',
  summary: "Calls a bot's command from a message, as a press on one of its buttons does.",
  page: 'api-reference/chats/messages/im-message-command',
  scope: 'im',
  params: {
    MESSAGE_ID: messageId,
    BOT_ID: field.requiredId('bot', 'Id of the bot'),
    COMMAND: field.requiredText(
      'Name of the command; without COMMAND_PARAMS, what follows its first space is them',
      MESSAGE_LENGTH,
    ),
    COMMAND_PARAMS: field.text('Parameters of the command', MESSAGE_LENGTH),
  },
  load: { message: ({ MESSAGE_ID }) => knownMessage(MESSAGE_ID), bot: ({ BOT_ID }) => anyBot(BOT_ID) },
  errors: [
    { ...messageRow.idError, refused: 'message_not_found' },
    { code: 'BOT_ID_ERROR', message: "Bot ID can't be empty", wrong: 'BOT_ID', refused: 'not_a_bot' },
    { code: 'COMMAND_ERROR', message: "Command can't be empty", wrong: 'COMMAND' },
    { code: 'PARAMS_ERROR', message: 'Incorrect params', invalid: 'COMMAND_PARAMS', refused: 'command_not_available' },
  ],
  result: z.literal(true),
  example: { params: { MESSAGE_ID: 34261, BOT_ID: 1291, COMMAND: 'task', COMMAND_PARAMS: 'task #1' }, result: true },
  handle: ({ work, caller, message: view, bot, params }) =>
    pressCommand(work, caller.user, view, { bot, command: params.COMMAND, params: params.COMMAND_PARAMS }),
});
