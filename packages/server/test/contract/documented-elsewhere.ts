import type { DocumentedRow } from './checks/catalog.ts';

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
