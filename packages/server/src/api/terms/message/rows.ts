/*
 * Rows that stand, to the letter, in the error tables of several methods. A table lists them where its page has them.
 */

export const messageRow = {
  idError: { code: 'MESSAGE_ID_ERROR', message: "Message ID can't be empty", wrong: 'MESSAGE_ID' },
  empty: {
    code: 'MESSAGE_EMPTY',
    message: "Message can't be empty",
    when: ({ MESSAGE }: { readonly MESSAGE: string | undefined }) => MESSAGE === '',
  },
  cantEdit: {
    code: 'CANT_EDIT_MESSAGE',
    message: "Time has expired for modification or you don't have access",
    refused: 'message_not_editable',
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
} as const;
