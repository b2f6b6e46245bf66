/*
 * Rows that stand, to the letter, in the error tables of several methods.
 */

export const notificationRow = {
  messageEmpty: { code: 'MESSAGE_EMPTY', message: "Message can't be empty", wrong: 'MESSAGE' },
  idError: { code: 'ID_ERROR', message: "Notification ID can't be empty", status: 400, wrong: 'NOTIFY_ID' },
  lastIdIsText: {
    code: 'LAST_ID_STRING',
    message: "Last notification ID can't be string",
    status: 400,
    invalid: 'LAST_ID',
  },
} as const;
