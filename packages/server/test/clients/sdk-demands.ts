/*
 * What vendor SDKs demand of an event before they give it to a program: facts about b24phpsdk 1.9 and b24pysdk 1.2.
 */

// biome-ignore lint/suspicious/noExplicitAny: a test reads what was sent; a wrong guess fails the test.
type Body = any;

/** Status codes of an application that both SDKs know. */
const STATUSES = ['L', 'F', 'D', 'T', 'P', 'S'];

/** Of the codes that b24phpsdk knows, those that an application can have here. It refuses an event with any other. */
const PHP_SCOPES = [
  'department',
  'disk',
  'im',
  'im.import',
  'imbot',
  'imconnector',
  'imopenlines',
  'placement',
  'user',
  'user.userfield',
  'user_basic',
  'user_brief',
];

/** What b24phpsdk 1.9 throws at; empty: nothing. An event without a token is read up to its application token. */
export function phpComplaints({ event, ts, auth }: Body): string[] {
  const needed = ['domain', 'server_endpoint', 'client_endpoint', 'member_id', 'application_token'];
  return [
    ...complaint(isText(event), 'event'),
    ...complaint(isInteger(ts), 'ts'),
    ...needed.flatMap((name) => complaint(isText(auth[name]), name)),
    ...(auth.access_token === undefined
      ? []
      : [
          ...['expires', 'expires_in', 'user_id'].flatMap((name) => complaint(isInteger(auth[name]), name)),
          ...complaint(STATUSES.includes(auth.status), 'status'),
          ...String(auth.scope)
            .replaceAll(' ', '')
            .split(',')
            .filter((code) => !PHP_SCOPES.includes(code))
            .map((code) => `unknown scope ${code}`),
        ]),
  ];
}

/** What b24pysdk 1.2 raises for; empty: nothing. */
export function pythonComplaints({ event, event_handler_id, ts, auth }: Body): string[] {
  const needed = ['member_id', 'client_endpoint', 'server_endpoint', 'domain', 'application_token'];
  const token = auth.access_token ? ['expires', 'expires_in'] : [];
  return [
    ...complaint(isText(event), 'event'),
    ...complaint(isInteger(event_handler_id), 'event_handler_id'),
    ...complaint(isInteger(ts), 'ts'),
    ...needed.flatMap((name) => complaint(isText(auth[name]), name)),
    ...token.flatMap((name) => complaint(isInteger(auth[name]), name)),
    ...complaint(auth.user_id === undefined || isInteger(auth.user_id), 'user_id'),
    ...complaint(auth.status === undefined || STATUSES.includes(auth.status), 'status'),
  ];
}

function complaint(isFine: boolean, name: string): string[] {
  return isFine ? [] : [name];
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

/** Both read numbers from text and refuse what is missing. */
function isInteger(value: unknown): boolean {
  return typeof value === 'string' && /^\d+$/.test(value);
}
