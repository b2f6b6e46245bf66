import { lookup } from '#api/kernel/definition/lookup.ts';
import { accessChatApp } from '#domain/chat-app/access-chat-app.ts';
import { NO_ID } from '../basic/no-id.ts';

/** A button of a bot of the caller's own application. */
export const ownChatApp = lookup(
  ['chat_app_not_found', 'chat_app_of_another_app'],
  ({ work, caller }, id: number | undefined) => accessChatApp(work, caller, id ?? NO_ID),
);
