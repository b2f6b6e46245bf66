/**
 * Documented errors that only a caller with an OAuth token, a session or a guest's cookie can cause, as
 * `method CODE: message`. They need no cause until such callers exist; a stale entry fails the run.
 */
export const waitingForOauth: readonly string[] = [
  'imbot.bot.list WRONG_AUTH_TYPE: Access for this method not allowed by session authorization.',
  'imbot.chat.get AUTHORIZE_ERROR: Method not available for guest session.',
  'imbot.register WRONG_AUTH_TYPE: Access for this method not allowed by session authorization',
  'imbot.unregister WRONG_AUTH_TYPE: Access for this method not allowed by session authorization.',
  'imbot.update WRONG_AUTH_TYPE: Access for this method not allowed by session authorization.',
];
