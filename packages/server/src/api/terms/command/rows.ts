/*
 * Rows that stand, to the letter, in the error tables of several methods. A table lists them where its page has them.
 */

export const commandRow = {
  notFound: {
    code: 'COMMAND_ID_ERROR',
    message: 'Command not found',
    missing: 'COMMAND_ID',
    refused: 'command_not_found',
  },
  ofAnotherApp: {
    code: 'APP_ID_ERROR',
    message: 'Command was installed by another rest application',
    refused: 'command_of_another_app',
  },
} as const;
