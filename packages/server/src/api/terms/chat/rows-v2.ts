/*
 * Rows that stand, to the letter, in the error tables of several methods of generation 2 (V13, V15).
 */

export const chatRow = {
  notFound: {
    code: 'CHAT_NOT_FOUND',
    message: 'CHAT_NOT_FOUND',
    wrong: 'dialogId',
    refused: ['chat_not_found', 'user_not_found'],
  },
  denied: { code: 'ACCESS_DENIED', message: 'ACCESS_DENIED', refused: 'chat_denied' },
  wrongType: { code: 'WRONG_MESSAGE_TYPE', message: 'WRONG_MESSAGE_TYPE', refused: 'chat_is_private' },
  nobodyNamed: { code: 'EMPTY_USER_IDS', message: 'userIds is required', wrong: 'userIds' },
} as const;
