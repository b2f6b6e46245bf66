import { z } from 'zod';
import { defineEvent } from '#api/kernel/definition/event.ts';

export default defineEvent({
  name: 'ONIMBOTDELETE',
  page: 'api-reference/chat-bots/outdated/events/on-imbot-delete',
  scope: 'imbot',
  on: 'botDeleted',
  grants: 'access',
  payload: z.object({ BOT_ID: z.number().int(), BOT_CODE: z.string() }),
  async data({ bot, event }) {
    return { BOT_ID: bot.id, BOT_CODE: event.code };
  },
});
