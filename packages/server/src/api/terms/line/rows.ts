/*
 * Rows of the methods about open channels.
 */

export const lineRow = {
  /** As other pages have it, without the full stop. */
  sessionRefused: {
    code: 'WRONG_AUTH_TYPE',
    message: 'Access for this method not allowed by session authorization',
    auth: 'session',
  },
  operatorWrong: {
    code: 'OPERATOR_WRONG',
    message: 'You cannot redirect to this operator',
    refused: 'operator_wrong',
  },
  configIdEmpty: { code: 'CONFIG_ID_EMPTY', message: "Config ID can't be empty", wrong: 'CONFIG_ID' },
  wrongPermission: { code: 'CONFIG_WRONG_USER_PERMISSION', message: 'Permission denied', status: 403 },
} as const;
