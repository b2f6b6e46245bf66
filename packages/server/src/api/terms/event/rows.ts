/*
 * Rows about what an application wants to hear, and where (N6, N7).
 */

export const eventRow = {
  noEvent: { code: 'ERROR_ARGUMENT', message: "Argument 'EVENT' is null or empty", wrong: 'event' },
  wrongWay: { code: 'ERROR_ARGUMENT', message: 'Value must be one of {online|offline}', wrong: 'event_type' },
  neverKept: {
    code: 'ERROR_ARGUMENT',
    message: 'Offline event cannot be registered for this event.',
    refused: 'never_kept',
  },
  noHandler: { code: 'ERROR_ARGUMENT', message: "Argument 'HANDLER' is null or empty", refused: 'no_address' },
  unsupportedProtocol: {
    code: 'ERROR_UNSUPPORTED_PROTOCOL',
    message: 'Unsupported handler protocol',
    refused: 'unsupported_protocol',
  },
  wrongAddress: { code: 'ERROR_WRONG_HANDLER_URL', message: 'Wrong handler URL', refused: 'wrong_address' },
  alreadyBound: {
    code: 'ERROR_CORE',
    message: 'Unable to set event handler: Handler already binded',
    refused: 'already_subscribed',
  },
  userUnknown: {
    code: 'ERROR_CORE',
    message: 'Unable to set event handler: User not found',
    refused: 'person_unknown',
  },
  tooMany: {
    code: 'ERROR_CORE',
    message: ({ max }: Readonly<Record<string, number | string>>) =>
      `Unable to set event handler: Too many handlers (max: ${max})`,
    refused: 'too_many_subscriptions',
  },
} as const;
