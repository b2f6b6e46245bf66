/*
 * Rows that stand, to the letter, in the error tables of several methods of generation 2.
 */

export const commandRow = {
  notFound: {
    code: 'COMMAND_NOT_FOUND',
    message: 'Command not found',
    wrong: 'commandId',
    refused: 'command_not_found',
  },
  wrongName: { code: 'COMMAND_NAME_INVALID', message: 'Command name is invalid' },
} as const;
