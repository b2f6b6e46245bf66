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
  wrongMode: { code: 'BOT_INVALID_EVENT_MODE', message: 'Invalid event mode' },
  withoutUrl: { code: 'BOT_WEBHOOK_URL_REQUIRED', message: 'Webhook URL is required' },
  wrongUrl: { code: 'BOT_INVALID_CALLBACK', message: 'Invalid callback URL' },
  wrongAvatar: { code: 'BOT_AVATAR_INCORRECT_TYPE', message: 'Avatar must be an image' },
  wideAvatar: { code: 'BOT_AVATAR_INCORRECT_SIZE', message: 'Avatar exceeds maximum size' },
} as const;
