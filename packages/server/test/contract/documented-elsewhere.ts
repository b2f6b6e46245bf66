import type { DocumentedRow } from './checks/catalog.ts';

/** Their own pages say that they are for administrators, and not how others are refused. */
const forAdministrators = [
  { code: 'ACCESS_DENIED', message: 'Access denied!', status: 403, page: 'api-reference/widgets/placement-unbind' },
];

/**
 * Errors of a method that another page than its own tells of, each with that page. They stand below the rows of its own
 * page and are caused like them.
 */
export const documentedElsewhere: Readonly<Record<string, readonly (DocumentedRow & { readonly page: string })[]>> = {
  'event.bind': [
    // No page says what becomes of an `auth_type` that is nobody; the wording is that of the rows below.
    {
      code: 'ERROR_CORE',
      message: 'Unable to set event handler: User not found',
      status: 400,
      page: 'api-reference/events/event-bind',
    },
    {
      code: 'ERROR_CORE',
      message: 'Unable to set event handler: Too many handlers (max: N)',
      status: 400,
      page: 'api-reference/events/test-handler',
    },
  ],
  // Its own page says that anybody may, and means who works in the portal.
  'imopenlines.config.add': [
    {
      code: 'CONFIG_WRONG_USER_PERMISSION',
      message: 'Permission denied',
      status: 403,
      page: 'api-reference/imopenlines/openlines/imopenlines-config-update',
    },
  ],
  'placement.bind': [
    ...forAdministrators,
    // That page tells their codes alone, and no page tells of options that the mobile messenger does not have.
    ...['ERROR_PLACEMENT_NOT_FOUND', 'ERROR_WRONG_HANDLER_URL', 'ERROR_UNSUPPORTED_PROTOCOL'].map((code) => ({
      code,
      message: null,
      status: 200,
      page: 'api-reference/widgets/index',
    })),
    ...['CONTEXT', 'EXTRANET', 'ROLE', 'ICON_NAME', 'COLOR', 'WIDTH', 'HEIGHT'].map((name) => ({
      code: `INVALID_ERROR_${name}`,
      message: null,
      status: 200,
      page: 'api-reference/widgets/mobile-app',
    })),
  ],
  'placement.get': forAdministrators,
  // Its own page says that it is for administrators, and not how others are refused.
  'user.userfield.add': [
    {
      code: '',
      message: 'Access denied.',
      status: 400,
      page: 'api-reference/user/userfields/user-userfield-update',
    },
  ],
  // Its own page says that it works no more.
  'user.userfield.file.get': ['Access denied.', 'ID is not defined or invalid'].map((message) => ({
    code: '',
    message,
    status: 400,
    page: 'api-reference/user/userfields/user-userfield-delete',
  })),
};
