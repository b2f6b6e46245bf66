import { fieldName } from './names.ts';
import { isKnownType } from './params.ts';

interface Founding {
  readonly 'fields.USER_TYPE_ID': string | undefined;
  readonly 'fields.HANDLER': string | undefined;
}

/*
 * Rows of the error tables of user.userfield.*: many of their codes are documented as empty.
 */
export const userFieldRow = {
  typeEmpty: {
    code: 'ERROR_ARGUMENT',
    message: "Argument 'USER_TYPE_ID' is null or empty",
    argument: 'USER_TYPE_ID',
    when: (params: Founding) => params['fields.USER_TYPE_ID'] === '',
  },
  handlerEmpty: {
    code: 'ERROR_ARGUMENT',
    message: "Argument 'HANDLER' is null or empty",
    argument: 'HANDLER',
    when: ({ 'fields.USER_TYPE_ID': type, 'fields.HANDLER': handler }: Founding) =>
      type !== undefined && !isKnownType(type) && handler === '',
  },
  fieldExists: {
    code: 'ERROR_CORE',
    message: ({ code = '' }: { readonly code?: number | string }) =>
      `Field ${fieldName({ code: String(code) })} for USER object already exists`,
    refused: 'field_exists',
  },
  notCreated: {
    code: 'ERROR_CORE',
    message: 'Fail to create new user field',
    refused: 'field_impossible',
    unsaved: true,
  },
  typeMissing: {
    code: '',
    message: "The 'USER_TYPE_ID' field is not found.",
    when: (params: Founding) => params['fields.USER_TYPE_ID'] === undefined,
  },
  notAdministrator: { code: '', message: 'Access denied.', refused: 'not_administrator' },
  fieldUnknown: { code: '', message: 'Access denied.', refused: 'field_unknown' },
  idInvalid: { code: '', message: 'ID is not defined or invalid' },
} as const;
