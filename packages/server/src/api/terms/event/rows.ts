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

type Detail = Readonly<Record<string, number | string>>;
const argument = { code: 'ERROR_ARGUMENT' } as const;

/** Rows about which events of a queue are asked for (N9, N10), in the order of the pages. */
export const queryRow = {
  limit: { ...argument, message: 'Value must be positive integer', wrong: 'limit' },
  filterField: {
    ...argument,
    message: ({ name }: Detail) => `Filter field not allowed: ${name}`,
    refused: 'filter_field_unknown',
  },
  filterOperation: {
    ...argument,
    message: ({ name }: Detail) => `Filter operation not allowed: ${name}`,
    refused: 'filter_operation_unknown',
  },
  filterValue: {
    ...argument,
    message: ({ name }: Detail) => `The value of an argument '${name}' has an invalid type`,
    refused: 'filter_value_wrong',
  },
  filterForm: { ...argument, message: 'The filter is not an array.', refused: 'filter_is_no_map' },
  orderForm: { ...argument, message: 'The order is not an array.', refused: 'order_is_no_map' },
  orderField: {
    ...argument,
    message: ({ name }: Detail) => `Order field not allowed: ${name}`,
    refused: 'order_field_unknown',
  },
  orderDirection: {
    ...argument,
    message: 'Order direction should be one of {ASC|DESC}',
    refused: 'order_direction_unknown',
  },
} as const;

/** Rows about which events of a batch are meant (N11). */
export const batchRow = {
  noProcess: { ...argument, message: "Argument 'PROCESS_ID' is null or empty", wrong: 'process_id' },
  ids: { ...argument, message: 'Value must be array of integers', wrong: 'id' },
  messageIds: { ...argument, message: 'Value must be array of MESSAGE_ID values', wrong: 'message_id' },
} as const;

/** About the order alone. */
export const orderRows = [queryRow.orderForm, queryRow.orderField, queryRow.orderDirection] as const;
