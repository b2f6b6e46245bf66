import type { WorstRequest } from './requests.ts';
import type { Settled } from './settle.ts';

/*
 * Requests that are large in other ways than by their parameters: answers as XML, numbered requests, long addresses and
 * headers, parts of messages up to their sizes.
 */

const MB = 1024 * 1024;
const JSON_TYPE = { 'content-type': 'application/json' };
/** Bytes that a head may have. */
const HEAD = 15_000;

export function uncommonRequests(settled: Settled): WorstRequest[] {
  return [...ofAnswers(settled), ...ofParts(settled), ...ofFilters(settled), ...ofHeads(settled)];
}

function get(name: string, path: string, headers: Readonly<Record<string, string>> = {}): WorstRequest {
  return { name, verb: 'GET', path, headers, body: () => '' };
}

function post(name: string, path: string, params: () => object, headers = {}): WorstRequest {
  return { name, verb: 'POST', path, headers: { ...JSON_TYPE, ...headers }, body: () => JSON.stringify(params()) };
}

function ofAnswers({ webhook, chatId }: Settled): WorstRequest[] {
  const history = `im.dialog.messages.get?DIALOG_ID=chat${chatId}&LIMIT=50`;
  const histories = () => ({ cmd: Array(50).fill(history) });
  const picture = () => ({ AVATAR: `iVBORw0KGgo${'A'.repeat(8 * MB - 1_000)}` });
  const number = { 'idempotency-key': 'x'.repeat(1_000) };
  return [
    post('as XML: a batch of 50 histories', `${webhook}batch.xml`, histories),
    get('as XML: a history', `${webhook}im.dialog.messages.get.xml?DIALOG_ID=chat${chatId}&LIMIT=50`),
    post('numbered: a batch of 50 histories', `${webhook}batch`, histories, number),
    post('numbered: a picture', `${webhook}im.chat.add`, picture, number),
    post('a picture', `${webhook}im.chat.add`, picture),
    post('a picture in lines', `${webhook}im.chat.add`, () => ({ AVATAR: 'QUFB\n'.repeat(1.5 * MB) })),
    get('the description of the interface', '/openapi.json'),
  ];
}

/** Bytes and characters that parts of a message may come to. */
const BOT_PART = 30 * 1024;
const PART = 60_000;

function ofParts({ webhook, botId, chatId }: Settled): WorstRequest[] {
  const message = { DIALOG_ID: `chat${chatId}`, BOT_ID: botId, CLIENT_ID: 'worst', MESSAGE: '[b]'.repeat(6_600) };
  const fill = (one: object, bytes: number) => Array(Math.floor(bytes / (JSON.stringify(one).length + 1))).fill(one);
  const parts: readonly (readonly [string, (bytes: number) => object])[] = [
    ['buttons', (bytes) => ({ KEYBOARD: fill({ TEXT: 'x', LINK: '/a' }, bytes) })],
    ['buttons without a use', (bytes) => ({ KEYBOARD: fill({}, bytes) })],
    ['blocks', (bytes) => ({ ATTACH: fill({ MESSAGE: 'x' }, bytes) })],
    ['a block of pairs', (bytes) => ({ ATTACH: [{ GRID: fill({ NAME: 'x', VALUE: 'y' }, bytes) }] })],
    ['a block of links', (bytes) => ({ ATTACH: [{ LINK: fill({ LINK: 'http://a' }, bytes) }] })],
    ['entries of a menu', (bytes) => ({ MENU: fill({ TEXT: 'x', LINK: '/a' }, bytes) })],
    ['blocks of marks', (bytes) => ({ ATTACH: [{ MESSAGE: '[URL='.repeat(bytes / 6) }] })],
  ];
  return parts.flatMap(([name, part]) => [
    post(`imbot.message.add: ${name}`, `${webhook}imbot.message.add`, () => ({ ...message, ...part(BOT_PART) })),
    post(`im.message.add: ${name}`, `${webhook}im.message.add`, () => ({ ...message, ...part(PART) })),
    post(`im.message.add: ${name}, too many`, `${webhook}im.message.add`, () => ({ ...message, ...part(4 * MB) })),
    post(`im.message.add: ${name} as a text`, `${webhook}im.message.add`, () => ({
      ...message,
      ...Object.fromEntries(Object.entries(part(MB)).map(([key, value]) => [key, JSON.stringify(value)])),
    })),
  ]);
}

function ofFilters({ webhook }: Settled): WorstRequest[] {
  const words = ['a', 'Person ', 'x%_', '\\', '👋'];
  return words.flatMap((word) => [
    post(`user.search: ${JSON.stringify(word)} up to the most`, `${webhook}user.search`, () => ({
      FILTER: { FIND: word.repeat(255 / word.length) },
    })),
    post(`user.search: ${JSON.stringify(word)} over and over`, `${webhook}user.search`, () => ({
      FILTER: { FIND: `${word} `.repeat(MB / (word.length + 1)) },
    })),
    post(`user.get: many of ${JSON.stringify(word)}`, `${webhook}user.get`, () => ({
      FILTER: { '%NAME': Array(4_900).fill(word), '%LAST_NAME': word.repeat(255 / word.length) },
    })),
  ]);
}

function ofHeads({ webhook, token, session }: Settled): WorstRequest[] {
  const long = (text: string) => text.repeat(HEAD / text.length);
  const multipart = `multipart/form-data; boundary=${long(' ')}x`;
  return [
    ...['/', '/a', '//rest/', '/rest/', '%2f', '/rest/1/x/', '.json'].map((text) =>
      get(`an address of ${text}`, `/${long(text)}`),
    ),
    ...['a=&', 'a[', '[a]', '%', '%41', '&', 'a[b][c]=1&', 'auth=x&'].map((text) =>
      get(`a query of ${text}`, `/rest/profile?${long(text)}`),
    ),
    get('a query of fields at the sign-in', `/login?${long('a=&')}`),
    get('a query of slashes at the sign-in', `/login?to=${long('/')}`),
    get('a query of fields at the consent', `/oauth/authorize/?${long('a=&')}`, { cookie: session.cookie }),
    get('a long state at the consent', `/oauth/authorize/?client_id=x&state=${long('x')}`, { cookie: session.cookie }),
    get('many cookies', '/', { cookie: long('a=b; ') }),
    get('cookies of signs', '/', { cookie: long('=;"%') }),
    get('a long token', '/rest/profile', { authorization: `Bearer ${long(' ')}x` }),
    get('a long token in the address', `/rest/profile?auth=${token}${long('x')}`),
    get('many proxies', `${webhook}profile`, { 'x-forwarded-for': long('1.1.1.1, ') }),
    get('a long host', '/login', { host: long('a.') }),
    post('a long boundary', `${webhook}profile`, () => ({}), { 'content-type': multipart }),
    post('a long type', `${webhook}profile`, () => ({}), { 'content-type': `application/${long('; json')}` }),
    post('many languages', `${webhook}profile`, () => ({}), { 'accept-language': long('de-DE;q=0.1,') }),
  ];
}
