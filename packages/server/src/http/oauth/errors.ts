import { ApiError } from '#api/kernel/call/api-error.ts';

/** What the token endpoint refuses with: https://apidocs.bitrix24.com/settings/oauth/error-codes.html */
export const oauthErrors = {
  invalidRequest: (message: string) => new ApiError('invalid_request', message, 400),
  /** Clients know this one by its code: the cloud answers it with success. */
  wrongClient: () => new ApiError('WRONG_CLIENT', 'There is no application with this client_id', 200),
  invalidClient: () => new ApiError('invalid_client', 'The client_secret is wrong', 400),
  invalidGrant: () => new ApiError('invalid_grant', 'The code or token is wrong, was used before, or has expired', 400),
  invalidScope: () => new ApiError('invalid_scope', 'The application does not have all of these permissions', 400),
} as const;
