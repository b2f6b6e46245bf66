/*
 * Rows that stand, to the letter, in the error tables of many methods. A table lists them where its page has them.
 */

export const botNotFound = { code: 'BOT_ID_ERROR', message: 'Bot not found', refused: 'bot_not_found' } as const;
export const botOfAnotherApp = {
  code: 'APP_ID_ERROR',
  message: 'Bot was installed by another REST application',
  refused: 'bot_of_another_app',
} as const;
/** As some pages spell it. */
export const botOfAnotherRestApp = {
  ...botOfAnotherApp,
  message: 'Bot was installed by another rest application',
} as const;
export const chatIdEmpty = { code: 'CHAT_ID_EMPTY', message: "Chat ID can't be empty", wrong: 'CHAT_ID' } as const;
export const dialogIdEmpty = {
  code: 'DIALOG_ID_EMPTY',
  message: "Dialog ID can't be empty",
  wrong: 'DIALOG_ID',
} as const;
export const chatUnavailable = {
  code: 'ACCESS_ERROR',
  message: 'Action unavailable',
  refused: 'chat_unavailable',
} as const;
export const addingForbidden = {
  code: 'ACCESS_ERROR',
  message: 'It is forbidden to add users to this chat',
  refused: 'adding_forbidden',
} as const;
export const removingForbidden = {
  code: 'ACCESS_ERROR',
  message: 'It is forbidden to delete users of this chat',
  refused: 'removing_forbidden',
} as const;
export const ownerMustStay = {
  code: 'ACCESS_ERROR',
  message: 'LEAVE_OWNER_FORBIDDEN',
  refused: 'owner_must_stay',
} as const;
export const dialogDenied = {
  code: 'ACCESS_ERROR',
  message: 'You do not have access to the specified dialog',
} as const;
export const chatDenied = {
  code: 'ACCESS_ERROR',
  message: "You don't have access to this chat",
  refused: 'chat_denied',
} as const;
/** Guests cannot sign in to a portal of ours: the row stands without a cause. */
export const guestRefused = { code: 'AUTHORIZE_ERROR', message: 'Method not available for guest session.' } as const;
export const attachError = { code: 'ATTACH_ERROR', message: 'Incorrect attach params', wrong: 'ATTACH' } as const;
export const attachOversize = {
  code: 'ATTACH_OVERSIZE',
  message: 'You have exceeded the maximum allowable size of attach',
  oversize: 'ATTACH',
} as const;
export const keyboardError = {
  code: 'KEYBOARD_ERROR',
  message: 'Incorrect keyboard params',
  wrong: 'KEYBOARD',
} as const;
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
export const noClientId = {
  code: 'ACCESS_DENIED',
  message: 'Access denied! Client ID not specified',
  refused: 'no_client_id',
} as const;
export const commandNotFound = {
  code: 'COMMAND_ID_ERROR',
  message: 'Command not found',
  missing: 'COMMAND_ID',
  refused: 'command_not_found',
} as const;
export const commandOfAnotherApp = {
  code: 'APP_ID_ERROR',
  message: 'Command was installed by another rest application',
  refused: 'command_of_another_app',
} as const;
export const messageIdError = {
  code: 'MESSAGE_ID_ERROR',
  message: "Message ID can't be empty",
  wrong: 'MESSAGE_ID',
} as const;
export const cantEditMessage = {
  code: 'CANT_EDIT_MESSAGE',
  message: "Time has expired for modification or you don't have access",
  refused: 'message_not_editable',
} as const;
export const withoutChanges = {
  code: 'WITHOUT_CHANGES',
  message: 'Action completed without changes',
  refused: 'without_changes',
} as const;
