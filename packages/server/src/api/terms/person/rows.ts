import { fieldName } from '../user-field/names.ts';

/*
 * Rows of the error tables of the methods that add and change people. Where a page says that there is a text, and not
 * which, it says what is wrong.
 */
export const personRow = {
  notAdministrator: { code: 'ERROR_CORE', message: 'access_denied', refused: 'not_administrator' },
  departmentUnknown: {
    code: 'ERROR_CORE',
    message: ({ id = 0 }: { readonly id?: number | string }) => `There is no department ${id}`,
    refused: 'department_unknown',
  },
  wrongFields: {
    code: 'ERROR_CORE',
    message: 'Error updating user fields',
    when: (_: unknown, faulty: ReadonlySet<string | number | symbol>) => faulty.size > 0,
  },
  /** In the words that the portal has chosen for the field, if it has. */
  fieldRefused: {
    code: 'ERROR_CORE',
    message: ({ said = '', code = '' }: { readonly said?: number | string; readonly code?: number | string }) =>
      String(said) || `The field ${fieldName({ code: String(code) })} cannot take this value`,
    refused: 'field_refused',
  },
} as const;

export function wrongArgument(message: string) {
  return { code: 'ERROR_ARGUMENT', message, argument: '' } as const;
}
