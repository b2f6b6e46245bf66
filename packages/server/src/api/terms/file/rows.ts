/*
 * Rows of methods of the drive, and of files of chats.
 */

const entity = ({ id = 0 }: Readonly<Record<string, number | string>>) => `Could not find entity with id \`${id}\``;

export const driveRow = {
  argument: { code: 'ERROR_ARGUMENT', message: 'Invalid value of parameter {Parameter #0}' },
  notFound: { code: 'ERROR_NOT_FOUND', message: entity },
  nameRequired: {
    code: 'DISK_BASE_SERVICE_22001',
    message: 'Error: required parameter NAME (DISK_BASE_SERVICE_22001)',
  },
  notSaved: { code: 'ERROR_COULD_NOT_SAVE_FILE', message: 'Could not save file' },
  denied: { code: 'ACCESS_DENIED', message: 'Access denied' },
  nameTaken: { code: 'DISK_OBJ_22000', message: 'A file with this name already exists', refused: 'name_taken' },
} as const;

export const chatFileRow = {
  idEmpty: { code: 'FILE_ID_EMPTY', message: "File ID can't be empty", wrong: 'FILE_ID' },
} as const;
