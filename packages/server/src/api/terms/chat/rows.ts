/*
 * Rows that stand, to the letter, in the error tables of several methods. A table lists them where its page has them.
 */

export const chatRow = {
  idEmpty: { code: 'CHAT_ID_EMPTY', message: "Chat ID can't be empty", wrong: 'CHAT_ID' },
  dialogIdEmpty: { code: 'DIALOG_ID_EMPTY', message: "Dialog ID can't be empty", wrong: 'DIALOG_ID' },
  unavailable: { code: 'ACCESS_ERROR', message: 'Action unavailable', refused: 'chat_unavailable' },
  titleEmpty: { code: 'TITLE_EMPTY', message: "Title can't be empty", wrong: 'TITLE' },
  renamingForbidden: { code: 'ACCESS_ERROR', message: 'This chat cannot be renamed', refused: 'renaming_forbidden' },
  ownerChangeDenied: {
    code: 'WRONG_REQUEST',
    message: 'Change owner can only owner and user must be member in chat',
    refused: 'owner_change_denied',
  },
  wrongColor: { code: 'WRONG_COLOR', message: 'This color currently unavailable', wrong: 'COLOR' },
  colorIsSet: {
    code: 'WRONG_REQUEST',
    message: "This color currently set or chat doesn't exist",
    refused: ['color_is_set', 'chat_not_found'],
  },
  avatarDenied: { code: 'ACCESS_DENIED', message: 'Access denied', refused: 'chat_denied' },
  avatarFixed: { code: 'ACCESS_ERROR', message: 'The avatar of this chat cannot be changed', refused: 'avatar_fixed' },
  avatarOfWrongType: { code: 'AVATAR_ERROR', message: 'Avatar incorrect type', wrong: 'AVATAR' },
  avatarTooLarge: { code: 'AVATAR_ERROR', message: 'Avatar incorrect size (max 5000x5000)', oversize: 'AVATAR' },
  notFound: { code: 'WRONG_REQUEST', message: "Chat doesn't exist", refused: 'chat_not_found' },
  userIdEmpty: { code: 'USER_ID_EMPTY', message: "User ID can't be empty", wrong: 'USER_ID' },
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
  denied: { code: 'ACCESS_ERROR', message: "You don't have access to this chat", refused: 'chat_denied' },
} as const;
