/*
 * What newer pages say of events: see error-rows.ts.
 */

interface Payload {
  readonly data?: object;
  readonly auth?: Readonly<Record<string, unknown>>;
}

/** R37: what stands beside an access token in every event, also where the page of the event leaves it out. */
const BESIDE_A_TOKEN = { expires: 1, expires_in: 3600, scope: 'im,imbot', user_id: 1 };

/** N15: data of events whose pages were rewritten. */
const DATA: Readonly<Record<string, object>> = {
  ONAPPINSTALL: { VERSION: '1' },
  ONAPPUPDATE: { VERSION: '3', PREVIOUS_VERSION: '2' },
  ONUSERADD: {
    ACTIVE: '1',
    PERSONAL_BIRTHDAY: '1990-01-01T00:00:00+01:00',
    DATE_REGISTER: '2024-04-05T00:00:00+02:00',
    UF_EMPLOYMENT_DATE: '2024-04-05T00:00:00+02:00',
  },
};

/** What does not stand in an event of generation 2 although its page names it. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  'message.params': 'V59: an empty map leaves no trace in a form',
  'bot.auth.refresh_token': 'only an application has a secret to come back with',
};

/** The documented fields of an event of generation 2 as they are followed. */
export function amendedFields(
  name: string,
  documented: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const isEdited = name === 'ONIMBOTV2MESSAGEUPDATE';
  // V18
  const newer = documented['chat.isNew'] === undefined ? {} : { 'chat.hasManageCapability': documented['chat.isNew'] };
  return Object.fromEntries(
    Object.entries({ ...documented, ...newer }).filter(
      // One that was edited says so.
      ([path]) => !Object.hasOwn(LEFT_OUT, path) || (isEdited && path === 'message.params'),
    ),
  );
}

/** The documented payload of an event as it is followed: each names its handler (R37, N15). */
export function amendedPayload(name: string, documented: unknown): unknown {
  const { data, auth, ...rest } = documented as Payload;
  const hasToken = auth !== undefined && 'access_token' in auth;
  return {
    event_handler_id: '1',
    ...rest,
    data: Array.isArray(data) ? data : { ...data, ...DATA[name] },
    ...(auth && { auth: hasToken ? { ...BESIDE_A_TOKEN, ...auth } : auth }),
  };
}

/** V17, V18, V67: what stands in the data for a person as newer pages have it. */
export function amendedTold(documented: unknown): unknown {
  const { message, chat, ...rest } = documented as { readonly message?: object; readonly chat: object };
  const entityLink = { type: '', url: '', id: '' };
  return {
    ...rest,
    ...(message && { message: { ...message, params: [] } }),
    chat: { ...chat, ...CHAT_OF_TOLD, entityLink },
  };
}

const CHAT_OF_TOLD = { textFieldEnabled: true, diskFolderId: null, hasManageCapability: false };

/** Where the pages show one of several forms. */
export const TOLD_TYPES: Readonly<Record<string, string>> = {
  'data.chat.permissions.{name}': 'string',
  'data.chat.diskFolderId': 'integer|null',
  'data.chat.parentChatId': 'integer|null',
  'data.chat.parentMessageId': 'integer|null',
  'data.message.params': 'object|array',
};
