/*
 * Rows about who calls: in which way, as which application, with which rights.
 */

export const callerRow = {
  sessionRefused: {
    code: 'WRONG_AUTH_TYPE',
    message: 'Access for this method not allowed by session authorization.',
    auth: 'session',
  },
  guestRefused: {
    code: 'AUTHORIZE_ERROR',
    message: 'Method not available for guest session.',
    refused: 'guest_session',
  },
  /** For methods that speak of the calling application. */
  applicationRequired: {
    code: 'ACCESS_DENIED',
    message: 'Access denied! Application context required',
    status: 400,
    auth: ['webhook', 'session'],
  },
  noClientId: { code: 'ACCESS_DENIED', message: 'Access denied! Client ID not specified', refused: 'no_client_id' },
  adminsOnly: { code: 'ACCESS_DENIED', message: 'Access denied!', refused: 'not_administrator' },
} as const;
