import { defineEvent } from '#api/kernel/definition/event.ts';

export default defineEvent({
  name: 'ONIMBOTDELETE',
  page: 'api-reference/chat-bots/outdated/events/on-imbot-delete',
  scope: 'imbot',
  on: 'botDeleted',
  grants: 'access',
  async data({ bot, event }) {
    return { BOT_ID: bot.id, BOT_CODE: event.code };
  },
});
