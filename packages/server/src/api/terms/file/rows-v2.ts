/*
 * Rows that stand, to the letter, in the error tables of several methods of generation 2.
 */

export const fileRow = {
  empty: { code: 'FILE_EMPTY' },
  notBase64: { code: 'FILE_INVALID_CONTENT', message: 'Invalid base64 content', invalid: 'fields.content' },
  /** It has no name that a file can have, or there is no room for it. */
  notKept: { invalid: 'fields.name', refused: ['no_room', 'content_gone', 'name_taken'] },
  tooLarge: { code: 'FILE_TOO_LARGE', message: 'File is too large', oversize: 'fields.content' },
  notFound: { code: 'FILE_NOT_FOUND', message: 'File not found', wrong: 'fileId', refused: 'file_not_found' },
} as const;

export const exampleLink = { downloadUrl: 'https://portal.example.com/rest/download.json?token=10...' };
