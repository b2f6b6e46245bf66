import { eventRow } from '../event/rows.ts';

/*
 * Rows about where applications are opened. Those of placement.bind have the status 200 (G54).
 */

const REFUSED = { status: 200 } as const;
const TEXT = 'Current authorization type is denied for this method';
const NO_APPLICATION = { code: 'WRONG_AUTH_TYPE', auth: ['webhook', 'session'] } as const;

export const placementRow = {
  applicationRequired: { ...NO_APPLICATION, message: `${TEXT} Application context required` },
  /** As one page spells it. */
  applicationNeeded: { ...NO_APPLICATION, message: `${TEXT}. Application context required` },
  noPlacement: {
    code: 'ERROR_ARGUMENT',
    message: "Argument 'PLACEMENT' is null or empty",
    missing: 'PLACEMENT',
    argument: 'PLACEMENT',
  },
  placementNoText: {
    code: 'ERROR_ARGUMENT',
    message: "The value of an argument 'PLACEMENT' must be of type string",
    wrong: 'PLACEMENT',
    argument: 'PLACEMENT',
  },
} as const;

const option = <const R extends string>(name: string, refused: R) =>
  ({ ...REFUSED, code: `INVALID_ERROR_${name}`, message: `Invalid value of the option ${name}`, refused }) as const;

/** Why placement.bind refuses, in the order of its page. */
export const bindRow = {
  tooMany: {
    ...REFUSED,
    code: 'ERROR_PLACEMENT_MAX_COUNT',
    message: ({ max }: Readonly<Record<string, number | string>>) => `Too many handlers (max: ${max})`,
    refused: 'too_many_placements',
  },
  notPersonal: {
    ...REFUSED,
    code: 'ERROR_PLACEMENT_USER_MODE',
    message: 'User mode is not available',
    refused: 'place_not_personal',
  },
  noErrorHandler: {
    ...REFUSED,
    code: 'EMPTY_ERROR_HANDLER_URL',
    message: 'The option errorHandlerUrl is empty or no address',
    refused: 'error_handler_missing',
  },
  noPlacement: { ...placementRow.noPlacement, ...REFUSED },
  placementNoText: { ...placementRow.placementNoText, ...REFUSED },
  noHandler: {
    ...REFUSED,
    code: 'ERROR_ARGUMENT',
    message: "Argument 'HANDLER' is null or empty",
    missing: 'HANDLER',
    argument: 'HANDLER',
  },
  noIcon: {
    ...REFUSED,
    code: 'ERROR_ARGUMENT',
    message: "Argument 'iconName' is null or empty",
    refused: 'icon_missing',
    argument: 'iconName',
  },
  userUnknown: {
    ...REFUSED,
    code: 'ERROR_ARGUMENT',
    message: "The value of an argument 'USER_ID' is nobody",
    refused: 'person_unknown',
    argument: 'USER_ID',
  },
  unknown: {
    ...REFUSED,
    code: 'ERROR_PLACEMENT_NOT_FOUND',
    message: 'Placement not found',
    refused: 'place_unknown',
  },
  wrongAddress: { ...eventRow.wrongAddress, ...REFUSED },
  unsupportedProtocol: { ...eventRow.unsupportedProtocol, ...REFUSED },
} as const;

/** Options of the messenger's places (G56). */
export const optionRows = [
  option('CONTEXT', 'wrong_context'),
  option('EXTRANET', 'wrong_extranet'),
  option('ROLE', 'wrong_role'),
  option('ICON_NAME', 'wrong_icon'),
  option('COLOR', 'wrong_color'),
  option('WIDTH', 'wrong_width'),
  option('HEIGHT', 'wrong_height'),
] as const;
