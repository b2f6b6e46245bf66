import type { Dropped } from '../definition/field.ts';

/** An answer in the documented error shape: https://apidocs.bitrix24.com/error-codes.html */
export class ApiError extends Error {
  readonly code: string;
  readonly status: number;
  /** Which argument is wrong, where the answer says so. */
  readonly argument: string | undefined;
  /** What exactly is wrong, for who made the program (R47). */
  dropped: readonly Dropped[] = [];

  constructor(code: string, message: string, status: number = statusOf(code), argument?: string) {
    super(message);
    this.code = code;
    this.status = status;
    this.argument = argument;
  }

  with(dropped: readonly Dropped[] = []): this {
    this.dropped = dropped;
    return this;
  }
}

const FORBIDDEN = new Set([
  'WRONG_AUTH_TYPE',
  'ACCESS_DENIED',
  'ACCESS_DENIED_EXTEND',
  'ACCESS_DENIED_KICK',
  'AUTHORIZE_ERROR',
  'ACCESS_ERROR',
  'CANT_EDIT_MESSAGE',
]);

/** R2: the status of a row whose page does not state one. */
export function statusOf(code: string): number {
  return FORBIDDEN.has(code) ? 403 : 400;
}

/** What a program shows: some texts name it. */
export type TokenKind = 'webhook' | 'access';

/** Errors that any method may answer with; statuses and texts as in the documented list of system errors. */
export const systemErrors = {
  internal: () => new ApiError('INTERNAL_SERVER_ERROR', 'Internal server error', 500),
  /** Nothing but a fault that is set on purpose causes it: there is nobody else here whose answer could be wrong. */
  unexpectedAnswer: () => new ApiError('ERROR_UNEXPECTED_ANSWER', 'Server returned an unexpected response', 500),
  /** Likewise: methods that have a manifest are not here. */
  noManifest: () => new ApiError('ERROR_MANIFEST_IS_NOT_AVAILABLE', 'Manifest is not available', 404),
  /** Somebody has closed the public part of the portal (N1). */
  portalClosed: () => new ApiError('PORTAL_DELETED', 'Portal was deleted', 403),
  /** N1. */
  planTooSmall: (token: TokenKind) =>
    new ApiError(
      'ACCESS_DENIED',
      `REST is available only ${token === 'webhook' ? 'by subscription' : 'on commercial plans'}`,
      401,
    ),
  /** The portal was blocked by hand (N1). */
  blocked: () => new ApiError('OVERLOAD_LIMIT', 'REST API is blocked due to overload', 401),
  /** Nothing at all shows who calls. */
  noCredentials: () => new ApiError('NO_AUTH_FOUND', 'Wrong authorization data', 401),
  /** Nothing that this portal gave out, or gave out for another one. */
  invalidToken: () => new ApiError('invalid_token', 'The access token provided is invalid', 401),
  expiredToken: () => new ApiError('expired_token', 'The access token provided has expired', 401),
  applicationNotFound: () => new ApiError('APPLICATION_NOT_FOUND', 'Application not found', 401),
  notInstalled: () => new ApiError('NOT_INSTALLED', 'Application not installed', 401),
  userAccess: () => new ApiError('user_access_error', 'The user does not have access to the application', 401),
  /** The person behind a token has been dismissed (R3). */
  unauthorizedUser: () => new ApiError('authorization_error', 'Unable to authorize user', 401),
  /** No usable webhook has that address, or the person behind it has been dismissed (R3). */
  invalidCredentials: () => new ApiError('INVALID_CREDENTIALS', 'Invalid request credentials', 401),
  httpsRequired: () => new ApiError('INVALID_REQUEST', 'Https required', 401),
  unknownMethod: () => new ApiError('ERROR_METHOD_NOT_FOUND', 'Method not found!', 404),
  insufficientScope: (token: TokenKind) =>
    new ApiError(
      'insufficient_scope',
      `The request requires higher privileges than provided by the ${token} token`,
      401,
    ),
  batchMethodNotAllowed: () =>
    new ApiError('ERROR_BATCH_METHOD_NOT_ALLOWED', 'Method is not allowed for batch usage', 405),
  batchTooLong: () => new ApiError('ERROR_BATCH_LENGTH_EXCEEDED', 'Max batch length exceeded', 400),
  /** The store cannot write for the moment; the same call later will do. */
  overload: () => new ApiError('OVERLOAD_LIMIT', 'REST API is blocked due to overload', 503),
  tooManyRequests: () => new ApiError('QUERY_LIMIT_EXCEEDED', 'Too many requests', 503),
  operatingLimit: () => new ApiError('OPERATION_TIME_LIMIT', 'Method is blocked due to operation time limit', 429),
  /** Some methods of portals wait for an administrator's word; none of those is here, but a program may learn to wait. */
  confirmationAwaited: () => new ApiError('METHOD_CONFIRM_WAITING', 'Waiting for confirmation', 401),
  confirmationDenied: () => new ApiError('METHOD_CONFIRM_DENIED', 'Method call denied', 403),
  /** N6 to N12. */
  applicationRequired: () =>
    new ApiError('WRONG_AUTH_TYPE', 'Current authorization type is denied for this method', 403),
  wrongAuthType: () =>
    new ApiError('WRONG_AUTH_TYPE', 'Access for this method not allowed by session authorization.', 403),
  /** A value that no row of the method's own table speaks of. */
  invalidValue: (name: string) => new ApiError('INVALID_ARG_VALUE', `Invalid value of parameter ${name}`, 400),
  /** The same for one that is too large to be read. */
  tooLarge: (name: string) => new ApiError('ERROR_ARGUMENT', `Argument '${name}' is too large`, 400, name),
  invalidRequest: (message: string) => new ApiError('INVALID_REQUEST', message, 400),
  /** No database keeps it as it was sent, and two different codes would become one. */
  unreadableText: () =>
    new ApiError('INVALID_REQUEST', 'Texts must not hold the character U+0000 or half of a surrogate pair', 400),
  bodyTooLarge: (most: string) => new ApiError('INVALID_REQUEST', `The body is larger than ${most}`, 413),
  bodyTooSlow: () => new ApiError('INVALID_REQUEST', 'The body did not arrive in time', 408),
} as const;
