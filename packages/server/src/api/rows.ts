/*
 * Rows that stand, to the letter, in the error tables of many methods. A table lists them where its page has them.
 */

const botOfAnotherApp = {
  code: 'APP_ID_ERROR',
  message: 'Bot was installed by another REST application',
  refused: 'bot_of_another_app',
} as const;

export const row = {
  botNotFound: { code: 'BOT_ID_ERROR', message: 'Bot not found', refused: 'bot_not_found' },
  botOfAnotherApp,
  /** As some pages spell it. */
  botOfAnotherRestApp: { ...botOfAnotherApp, message: 'Bot was installed by another rest application' },
  chatIdEmpty: { code: 'CHAT_ID_EMPTY', message: "Chat ID can't be empty", wrong: 'CHAT_ID' },
  dialogIdEmpty: { code: 'DIALOG_ID_EMPTY', message: "Dialog ID can't be empty", wrong: 'DIALOG_ID' },
  chatUnavailable: { code: 'ACCESS_ERROR', message: 'Action unavailable', refused: 'chat_unavailable' },
  addingForbidden: {
    code: 'ACCESS_ERROR',
    message: 'It is forbidden to add users to this chat',
    refused: 'adding_forbidden',
  },
  removingForbidden: {
    code: 'ACCESS_ERROR',
    message: 'It is forbidden to delete users of this chat',
    refused: 'removing_forbidden',
  },
  ownerMustStay: { code: 'ACCESS_ERROR', message: 'LEAVE_OWNER_FORBIDDEN', refused: 'owner_must_stay' },
  dialogDenied: { code: 'ACCESS_ERROR', message: 'You do not have access to the specified dialog' },
  chatDenied: { code: 'ACCESS_ERROR', message: "You don't have access to this chat", refused: 'chat_denied' },
  guestRefused: {
    code: 'AUTHORIZE_ERROR',
    message: 'Method not available for guest session.',
    refused: 'guest_session',
  },
  attachError: { code: 'ATTACH_ERROR', message: 'Incorrect attach params', wrong: 'ATTACH' },
  attachOversize: {
    code: 'ATTACH_OVERSIZE',
    message: 'You have exceeded the maximum allowable size of attach',
    oversize: 'ATTACH',
  },
  keyboardError: { code: 'KEYBOARD_ERROR', message: 'Incorrect keyboard params', wrong: 'KEYBOARD' },
  keyboardOversize: {
    code: 'KEYBOARD_OVERSIZE',
    message: 'You have exceeded the maximum allowable size of keyboard',
    oversize: 'KEYBOARD',
  },
  menuError: { code: 'MENU_ERROR', message: 'Incorrect menu params', wrong: 'MENU' },
  menuOversize: {
    code: 'MENU_OVERSIZE',
    message: 'You have exceeded the maximum allowable size of menu',
    oversize: 'MENU',
  },
  sessionRefused: {
    code: 'WRONG_AUTH_TYPE',
    message: 'Access for this method not allowed by session authorization.',
    auth: 'session',
  },
  /** For methods that speak of the calling application. */
  applicationRequired: {
    code: 'ACCESS_DENIED',
    message: 'Access denied! Application context required',
    status: 400,
    auth: ['webhook', 'session'],
  },
  adminsOnly: { code: 'ACCESS_DENIED', message: 'Access denied!', refused: 'not_administrator' },
  noClientId: { code: 'ACCESS_DENIED', message: 'Access denied! Client ID not specified', refused: 'no_client_id' },
  commandNotFound: {
    code: 'COMMAND_ID_ERROR',
    message: 'Command not found',
    missing: 'COMMAND_ID',
    refused: 'command_not_found',
  },
  commandOfAnotherApp: {
    code: 'APP_ID_ERROR',
    message: 'Command was installed by another rest application',
    refused: 'command_of_another_app',
  },
  messageIdError: { code: 'MESSAGE_ID_ERROR', message: "Message ID can't be empty", wrong: 'MESSAGE_ID' },
  cantEditMessage: {
    code: 'CANT_EDIT_MESSAGE',
    message: "Time has expired for modification or you don't have access",
    refused: 'message_not_editable',
  },
  botNameless: { code: 'NAME_ERROR', message: "Bot name isn't specified" },
  /** Each page has a message of its own. */
  botNotSaved: { code: 'WRONG_REQUEST', refused: ['code_taken', 'email_taken'], unsaved: true },
  updateEmpty: { code: 'WRONG_REQUEST', message: "Update fields can't be empty" },
  withoutChanges: { code: 'WITHOUT_CHANGES', message: 'Action completed without changes', refused: 'without_changes' },
  messageEmpty: {
    code: 'MESSAGE_EMPTY',
    message: "Message can't be empty",
    when: ({ MESSAGE }: { readonly MESSAGE: string }) => MESSAGE === '',
  },
} as const;

/** The row of an address that must be given; `event` is what the page calls what it hears of. */
export function noHandler<const N extends string>(name: N, event: string) {
  return { code: `${name}_ERROR`, message: `Handler for "${event}" event isn't specified`, missing: name } as const;
}

/** The row of an address that cannot be called. */
export function wrongHandler<const N extends string>(name: N) {
  return { code: `${name.replace('FIELDS.', '')}_ERROR`, message: 'Wrong handler URL', invalid: name } as const;
}
