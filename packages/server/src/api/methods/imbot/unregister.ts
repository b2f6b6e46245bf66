import { z } from 'zod';
import { unregisterBot } from '../../../domain/bot/unregister-bot.ts';
import { field } from '../../fields.ts';
import { defineMethod } from '../../kernel/method.ts';
import { application, ownBot } from '../../loaders.ts';
import { row } from '../../rows.ts';

export default defineMethod({
  name: 'imbot.unregister',
  summary: 'Deletes a bot with its commands and private chats.',
  page: 'api-reference/chat-bots/outdated/bots/imbot-unregister',
  scope: 'imbot',
  params: { BOT_ID: field.namedBotId, CLIENT_ID: field.clientId },
  load: { application, bot: ownBot },
  errors: [
    row.sessionRefused,
    row.noClientId,
    row.botNotFound,
    row.botOfAnotherApp,
    { code: 'WRONG_REQUEST', message: "Bot can't be deleted", unsaved: true },
  ],
  result: z.literal(true),
  example: { params: { BOT_ID: 39, CLIENT_ID: 'my-bots' }, result: true },
  handle: ({ work, caller, bot }) => unregisterBot(work, bot, caller.user),
});
