/*
 * Rows of the methods that change something.
 */

export const changeRow = {
  updateEmpty: { code: 'WRONG_REQUEST', message: "Update fields can't be empty" },
  withoutChanges: { code: 'WITHOUT_CHANGES', message: 'Action completed without changes', refused: 'without_changes' },
} as const;
