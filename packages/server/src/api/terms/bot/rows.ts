/*
 * Rows that stand, to the letter, in the error tables of several methods. A table lists them where its page has them.
 */

const ofAnotherApp = {
  code: 'APP_ID_ERROR',
  message: 'Bot was installed by another REST application',
  refused: 'bot_of_another_app',
} as const;

export const botRow = {
  notFound: { code: 'BOT_ID_ERROR', message: 'Bot not found', refused: 'bot_not_found' },
  ofAnotherApp,
  /** As some pages spell it. */
  ofAnotherRestApp: { ...ofAnotherApp, message: 'Bot was installed by another rest application' },
  nameless: { code: 'NAME_ERROR', message: "Bot name isn't specified" },
  /** Each page has a message of its own. */
  notSaved: { code: 'WRONG_REQUEST', refused: ['code_taken', 'email_taken'], unsaved: true },
} as const;
