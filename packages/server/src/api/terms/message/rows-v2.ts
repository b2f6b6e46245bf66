/*
 * Rows that stand, to the letter, in the error tables of several methods of generation 2.
 */

export const messageRow = {
  /** It is not there, or is not the bot's to change. */
  denied: { code: 'ACCESS_DENIED', message: 'ACCESS_DENIED', wrong: 'messageId' },
  notFound: { code: 'MESSAGE_NOT_FOUND', message: 'Message not found' },
  hidden: { code: 'MESSAGE_ACCESS_DENIED', message: 'Message access denied', refused: 'message_denied' },
  attachError: { code: 'PARAM_ATTACH_ERROR', message: 'Incorrect attach params', wrong: 'fields.attach' },
  keyboardError: { code: 'PARAM_KEYBOARD_ERROR', message: 'Incorrect keyboard params', wrong: 'fields.keyboard' },
  noSuchReaction: { code: 'REACTION_NOT_FOUND', message: 'Reaction not found', wrong: 'reaction' },
} as const;
