/*
 * Rows that stand, to the letter, in the error tables of several methods of generation 2.
 */

export const tokenRow = {
  missing: {
    code: 'BOT_TOKEN_NOT_SPECIFIED',
    message: 'Bot token not specified (botToken is required for webhook auth)',
    refused: 'no_client_id',
  },
  /** Its page has no text for it. */
  tooLong: {
    code: 'BOT_TOKEN_INVALID_LENGTH',
    message: 'Bot token must not be longer than 40 characters',
    refused: 'bot_token_too_long',
  },
} as const;

/** Of what a bot consists of. */
export const botRow = {
  idRequired: { code: 'BOT_ID_REQUIRED', message: 'botId is required', missing: 'botId' },
  notFound: { code: 'BOT_NOT_FOUND', message: 'Bot not found', refused: 'bot_not_found' },
  ofAnotherApp: {
    code: 'BOT_OWNERSHIP_ERROR',
    message: 'Bot was installed by another rest application',
    refused: 'bot_of_another_app',
  },
  typeNotAllowed: {
    code: 'BOT_TYPE_NOT_ALLOWED',
    message: 'Bot type not allowed',
    refused: 'bot_type_not_allowed',
  },
  wrongMode: { code: 'BOT_INVALID_EVENT_MODE', message: 'Invalid event mode' },
  withoutUrl: { code: 'BOT_WEBHOOK_URL_REQUIRED', message: 'Webhook URL is required' },
  wrongUrl: { code: 'BOT_INVALID_CALLBACK', message: 'Invalid callback URL' },
  wrongAvatar: { code: 'BOT_AVATAR_INCORRECT_TYPE', message: 'Avatar must be an image' },
  wideAvatar: { code: 'BOT_AVATAR_INCORRECT_SIZE', message: 'Avatar exceeds maximum size' },
} as const;

const actingRows = [tokenRow.missing, botRow.idRequired, botRow.notFound, botRow.ofAnotherApp] as const;

/** The table of a method of a bot: who acts is asked first (V14). */
export function acting<const R extends readonly object[]>(...rows: R): readonly [...typeof actingRows, ...R] {
  return [...actingRows, ...rows];
}
