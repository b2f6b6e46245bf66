import { methods } from '#api/methods.generated.ts';
import { toJsonSchemas } from '#api/reference/json-schema.ts';
import type { Settled } from './settle.ts';
import { hugeParams, largestParams } from './sizes.ts';
import { uncommonRequests } from './uncommon.ts';

/*
 * Requests of the worst sizes: the largest that each method takes, larger ones, and what each door is sent by anybody.
 */

export interface WorstRequest {
  readonly name: string;
  readonly verb: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Made when it is sent: all of them together would fill the memory. */
  body(): string;
  /** So many at once on one connection, without waiting for answers. */
  readonly times?: number;
  /** So many such connections at once. */
  readonly connections?: number;
}

const MB = 1024 * 1024;
const JSON_TYPE = { 'content-type': 'application/json' };
const FORM_TYPE = { 'content-type': 'application/x-www-form-urlencoded' };

function post(name: string, path: string, headers: Readonly<Record<string, string>>, body: () => string): WorstRequest {
  return { name, verb: 'POST', path, headers, body };
}

/** The text over and over, up to so many bytes. */
function filled(text: string, bytes: number): string {
  return text.repeat(Math.floor(bytes / Buffer.byteLength(text)));
}

export function worstRequests(settled: Settled): WorstRequest[] {
  return [
    ...ofMethods(settled),
    ...ofTexts(settled),
    ...ofBatches(settled),
    ...ofDoors(settled),
    ...uncommonRequests(settled),
  ];
}

/** Each method with its largest parameters, and with each kind of too large ones, as a webhook and as an application. */
function ofMethods({ webhook, token, botId, chatId, userIds }: Settled): WorstRequest[] {
  const known = {
    CLIENT_ID: 'worst',
    BOT_ID: botId,
    CHAT_ID: chatId,
    DIALOG_ID: `chat${chatId}`,
    USERS: userIds,
    ID: userIds,
  };
  return methods
    .filter(({ name }) => name !== 'batch')
    .flatMap((method) => {
      const { schemas, components } = toJsonSchemas(
        Object.fromEntries(Object.entries(method.params).map(([name, { wire }]) => [name, wire])),
      );
      const names = Object.keys(method.params);
      const address = method.forApplications ? `/rest/${method.name}?auth=${token}` : `${webhook}${method.name}`;
      const largest = () => JSON.stringify(largestParams(schemas, components, known));
      return [
        post(`${method.name}: its largest`, address, JSON_TYPE, largest),
        ...Object.entries(hugeParams(names, 4 * MB - 2_000)).map(([kind, body]) =>
          post(`${method.name}: ${kind}`, address, JSON_TYPE, body),
        ),
      ];
    });
}

/** Texts that are looked through for commands, mentions and marks. */
function ofTexts({ webhook, botId, chatId }: Settled): WorstRequest[] {
  const texts = [
    '[USER=1]',
    '/echo x\n',
    '[CODE]',
    '[[',
    '/\n',
    ' ',
    '\u00e4',
    '[USER=all][/USER]',
    '👋',
    '[URL=http://a]',
  ];
  return texts.flatMap((text) =>
    [20_000, 3 * MB].flatMap((bytes) => {
      const params = { MESSAGE: filled(text, bytes), DIALOG_ID: `chat${chatId}`, BOT_ID: botId, CLIENT_ID: 'worst' };
      return ['im.message.add', 'imbot.message.add'].map((method) =>
        post(`${method}: ${bytes} bytes of ${JSON.stringify(text)}`, webhook + method, JSON_TYPE, () =>
          JSON.stringify(params),
        ),
      );
    }),
  );
}

function ofBatches({ webhook, token, chatId, userIds }: Settled): WorstRequest[] {
  const batch = (name: string, cmd: () => unknown, path = `${webhook}batch`) =>
    post(`batch: ${name}`, path, JSON_TYPE, () => JSON.stringify({ cmd: cmd() }));
  const fifty = (command: string) => () => Array.from({ length: 50 }, () => command);
  const history = `im.dialog.messages.get?DIALOG_ID=chat${chatId}&LIMIT=50`;
  return [
    batch('50 histories', fifty(history)),
    batch('50 lists of people', fifty('user.get?FILTER[%NAME]=person&select[]=*')),
    batch('50 lists of methods', fifty('methods')),
    batch('50 long filters', fifty(`user.get?${filled('FILTER[NAME][]=x&', 8_000)}`)),
    batch('50 times what an application keeps', fifty('app.option.get'), `/rest/batch?auth=${token}`),
    batch('50 lists of users', fifty(`im.user.list.get?${userIds.map((id) => `ID[]=${id}`).join('&')}`)),
    batch(
      '50 new chats',
      fifty(
        `im.chat.add?${userIds
          .slice(0, 100)
          .map((id) => `USERS[]=${id}`)
          .join('&')}`,
      ),
    ),
    batch('50 long messages', fifty(`im.message.add?DIALOG_ID=chat${chatId}&MESSAGE=${'x'.repeat(70_000)}`)),
    batch('4,900 calls', () => Array.from({ length: 4_900 }, () => 'profile')),
    batch('references to a history', () => [
      history,
      ...Array.from({ length: 49 }, () => `profile?a=${filled('$result[0][messages]', 4_000)}`),
    ]),
    batch('references to nothing', () => [
      'profile',
      ...Array.from({ length: 49 }, () => `profile?a=${filled('$result[0][x]', 80_000)}`),
    ]),
    batch('references in references', () =>
      Array.from(
        { length: 50 },
        (_, i) => `im.message.add?DIALOG_ID=chat${chatId}&MESSAGE=${filled(`$result[${i - 1}]`, 20_000)}`,
      ),
    ),
  ];
}

/** The ways in, with what anybody can send. */
function ofDoors({ token, webhook, session }: Settled): WorstRequest[] {
  const doors: readonly (readonly [string, string, Readonly<Record<string, string>>, number])[] = [
    ['a stranger', '/rest/profile', {}, MB],
    ['a wrong webhook', '/rest/1/wrong/profile', {}, 16 * MB],
    ['a webhook', `${webhook}profile`, {}, 4 * MB],
    ['a webhook with a file', `${webhook}im.chat.add`, {}, 8 * MB],
    ['a token', `/rest/profile?auth=${token}`, {}, 4 * MB],
    ['a token in the header', '/rest/profile', { authorization: `Bearer ${token}` }, 4 * MB],
    ['a stranger with a file', '/rest/im.chat.add', {}, 8 * MB],
    ['a session', '/rest/profile', { cookie: session.cookie, 'x-bitrix-csrf-token': session.csrf }, MB],
    ['the token endpoint', '/oauth/token/', {}, MB],
    ['the consent form', '/oauth/authorize/', { cookie: session.cookie }, MB],
    ['the sign-in form', '/login', {}, MB],
    ['the invitation form', '/invite/x', {}, MB],
    ['the way out', '/logout', { cookie: session.cookie }, MB],
    ['the control interface', '/control/user.add', { authorization: 'Bearer worst' }, MB],
    ['the control interface, a stranger', '/control/user.add', {}, MB],
  ];
  return doors.flatMap(([who, path, headers, most]) =>
    [most - 1_000, 2 * most].flatMap((bytes) =>
      bodies(bytes).map(([kind, type, body]) =>
        post(`${who}: ${Math.round(bytes / MB)} MB of ${kind}`, path, { ...headers, ...type }, body),
      ),
    ),
  );
}

function bodies(bytes: number): readonly (readonly [string, Readonly<Record<string, string>>, () => string])[] {
  const part = (name: string) => `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\ny\r\n`;
  return [
    ['small JSON values', JSON_TYPE, () => `[${filled('1,', bytes - 3)}1]`],
    ['JSON lists in each other', JSON_TYPE, () => filled('[', bytes)],
    ['one JSON text', JSON_TYPE, () => `{"a":"${filled('ä', bytes - 10)}"}`],
    ['one JSON text of escapes', JSON_TYPE, () => `{"a":"${filled('\\u00e4', bytes - 10)}"}`],
    ['a picture', JSON_TYPE, () => `{"AVATAR":"${filled('A', bytes - 20)}"}`],
    [
      'JSON fields up to the most',
      JSON_TYPE,
      () =>
        JSON.stringify(
          Object.fromEntries(Array.from({ length: 4_900 }, (_, i) => [`F${i}`, filled('x', bytes / 4_900 - 12)])),
        ),
    ],
    ['small form fields', FORM_TYPE, () => filled('a=&', bytes)],
    ['form fields in each other', FORM_TYPE, () => `a${filled('[b]', bytes - 3)}=1`],
    ['one form field', FORM_TYPE, () => `a=${filled('%C3%A4', bytes - 2)}`],
    [
      'form fields up to the most',
      FORM_TYPE,
      () => filled(`a[]=${'%41'.repeat(Math.floor(bytes / 4_900 / 3) - 2)}&`, bytes),
    ],
    [
      'small parts',
      { 'content-type': 'multipart/form-data; boundary=x' },
      () => `${filled(part('a'), bytes - 10)}--x--\r\n`,
    ],
    ['parts without an end', { 'content-type': 'multipart/form-data; boundary=x' }, () => filled('--x\r\n', bytes)],
    [
      'headers of one part',
      { 'content-type': 'multipart/form-data; boundary=x' },
      () => `--x\r\n${filled('a: b\r\n', bytes - 10)}`,
    ],
    ['brackets without a type', {}, () => filled('{"a":', bytes)],
    ['spaces', {}, () => filled(' ', bytes)],
  ];
}
