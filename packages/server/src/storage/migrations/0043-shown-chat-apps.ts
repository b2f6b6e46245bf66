import type { Migration } from './migration.ts';

/** Pages ask for the buttons of bots that stand beside the field, by the kind of chat. */
export const shownChatApps: Migration = {
  name: '0043-shown-chat-apps',
  statements: () => [
    `create index chat_app_shown on chat_app(portal_id, context, id)
      where is_hidden = 0 and deleted_at is null`,
  ],
};
