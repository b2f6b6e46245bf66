/*
 * Rows that stand, to the letter, in the error tables of many methods. A table lists them where its page has them.
 */

export const botNotFound = { code: 'BOT_ID_ERROR', message: 'Bot not found', refused: 'bot_not_found' } as const;
export const botOfAnotherApp = {
  code: 'APP_ID_ERROR',
  message: 'Bot was installed by another REST application',
  refused: 'bot_of_another_app',
} as const;
export const attachError = { code: 'ATTACH_ERROR', message: 'Incorrect attach params', wrong: 'ATTACH' } as const;
export const attachOversize = {
  code: 'ATTACH_OVERSIZE',
  message: 'You have exceeded the maximum allowable size of attach',
  oversize: 'ATTACH',
} as const;
export const keyboardError = { code: 'KEYBOARD_ERROR', message: 'Incorrect keyboard params', wrong: 'KEYBOARD' } as const;
export const keyboardOversize = {
  code: 'KEYBOARD_OVERSIZE',
  message: 'You have exceeded the maximum allowable size of keyboard',
  oversize: 'KEYBOARD',
} as const;
export const menuError = { code: 'MENU_ERROR', message: 'Incorrect menu params', wrong: 'MENU' } as const;
export const menuOversize = {
  code: 'MENU_OVERSIZE',
  message: 'You have exceeded the maximum allowable size of menu',
  oversize: 'MENU',
} as const;
export const sessionRefused = {
  code: 'WRONG_AUTH_TYPE',
  message: 'Access for this method not allowed by session authorization.',
  auth: 'session',
} as const;
export const noClientId = { code: 'ACCESS_DENIED', message: 'Access denied! Client ID not specified', refused: 'no_client_id' } as const;
