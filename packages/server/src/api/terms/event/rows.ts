/*
 * Rows about what an application wants to hear, and where (N6, N7).
 */

export const eventRow = {
  noEvent: { code: 'ERROR_ARGUMENT', message: "Argument 'EVENT' is null or empty", wrong: 'event' },
  wrongWay: { code: 'ERROR_ARGUMENT', message: 'Value must be one of {online|offline}', wrong: 'event_type' },
  noHandler: { code: 'ERROR_ARGUMENT', message: "Argument 'HANDLER' is null or empty", refused: 'no_address' },
} as const;
