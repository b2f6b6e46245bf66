import { connect } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { manualClock } from '#kit/clock.ts';
import { OpenBodies, OpenBody } from '../../src/http/rest/open-bodies.ts';
import { addField, fieldAdder } from '../scenes/user-fields.ts';
import type { TestApplication } from '../test-application.ts';
import { type Answer, CLIENT_ID, createWorld, type Person, type World } from '../world.ts';
import { textOf } from './document.ts';

/*
 * Each size that docs/compatibility.md lists is taken, and one more is refused as it says there.
 */

const MB = 1024 * 1024;
const UNITS: Readonly<Record<string, number>> = { KB: 1024, MB };

interface Row {
  readonly what: string;
  readonly most: number[];
  readonly answer: string;
}

/** The rows of the table of sizes, without those that refer to the pages of methods. */
function rowsOf(document: string): Row[] {
  const [, section = ''] = /### Sizes\n([\s\S]*?)\n### /.exec(document) ?? [];
  const rows = section
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(1);
  return rows
    .map((row) => row.split('|').map((cell) => cell.trim()))
    .map(([, what = '', most = '', answer = '']) => ({
      what,
      most: Array.from(most.matchAll(/(\d[\d,]*)(?: (KB|MB)\b)?/g), ([, digits = '', unit = '']) => {
        return Number(digits.replaceAll(',', '')) * (UNITS[unit] ?? 1);
      }),
      answer,
    }))
    .filter(({ most }) => most.length > 0);
}

let world: World;
let application: TestApplication;
let adder: Person;
/** A message of the bot, to which a command can be sent. */
let offered: { readonly BOT_ID: number; readonly MESSAGE_ID: number };
beforeAll(async () => {
  world = await createWorld();
  const BOT_ID = await world.bot();
  const toAlice = { BOT_ID, CLIENT_ID, DIALOG_ID: world.alice.id, MESSAGE: 'press it' };
  offered = { BOT_ID, MESSAGE_ID: await world.alice.ok('imbot.message.add', toAlice) };
  application = await world.application({ scope: ['imbot', 'placement'] });
  adder = await fieldAdder(world);
});
afterAll(() => world.close());

const x = (count: number) => 'x'.repeat(count);
const range = (count: number) => Array.from({ length: count }, (_, n) => n + 1);
const mapOf = (count: number, value: unknown = 'x') => Object.fromEntries(range(count).map((n) => [`n${n}`, value]));
const call = (method: string, params: object) => world.alice.call(method, { CLIENT_ID, ...params });

async function post(path: string, body: string): Promise<Answer> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(new URL(path, world.app.url), { method: 'POST', headers, body });
  return { status: response.status, body: JSON.parse(await response.text()) };
}
/** A body of so many bytes. */
const body = (path: string, bytes: number) => post(path, `{"A":"${x(bytes - 8)}"}`);

/** Refused as the table says: by its status and code where it names them, else by an answer that says how much is allowed. */
function expectRefused({ status, body: { error, error_details: details } }: Answer, { answer, most }: Row): void {
  const [, wantedStatus, code] = /^(\d{3}) `(\w+)`$/.exec(answer) ?? [];
  if (wantedStatus === undefined) expect(details).toMatch(new RegExp(`and (?:${most.join('|')}) is the most`));
  else expect({ status, error }).toEqual({ status: Number(wantedStatus), error: code });
}

function expectTaken({ status, body: { error_details: details } }: Answer): void {
  expect({ isTooLarge: status === 413 || status === 503, details: details ?? '' }).toEqual({
    isTooLarge: false,
    details: expect.not.stringContaining('is the most'),
  });
}

/** By each number of the row: a call with so much, which is taken, and with more. */
const sizes: Readonly<Record<string, readonly ((count: number) => Promise<Answer>)[]>> = {
  'body of a caller who is not known': [(bytes) => body('/rest/profile', bytes)],
  'body of a webhook, or with a token in the address or a header': [
    (bytes) => body(`${world.alice.webhookUrl}profile`, bytes),
  ],
  'body for a method that takes a file': [(bytes) => body(`${world.alice.webhookUrl}im.chat.add`, bytes)],
  'fields in a body, of all levels together': [
    (count) => call('profile', { A: Array(count - 2).fill(1) }),
    (levels) => post(`${world.alice.webhookUrl}profile`, `{"A":${'['.repeat(levels)}${']'.repeat(levels)}}`),
  ],
  'names, codes, ids, titles, `CLIENT_ID`, `auth_connector`': [(count) => call('im.chat.add', { TITLE: x(count) })],
  'descriptions, notes of people': [(count) => call('im.chat.add', { DESCRIPTION: x(count) })],
  'commands with their parameters in `im.message.command`': [
    (count) => call('im.message.command', { ...offered, COMMAND: 'a', COMMAND_PARAMS: x(count) }),
  ],
  'answers in `im.notify.answer`': [(count) => call('im.notify.answer', { NOTIFY_ID: 1, ANSWER_TEXT: x(count) })],
  'lists: ids, `USERS`, `select`, `ACCESS`, departments': [
    (count) => call('user.access', { ACCESS: range(count).map(String) }),
    (count) => call('user.access', { ACCESS: [x(count)] }),
  ],
  'filters and orders': [
    (count) => call('user.get', { FILTER: { ID: range(count) } }),
    (count) => call('user.get', { FILTER: { NAME: x(count) } }),
  ],
  'titles of a command, of a button of a bot': [
    (count) =>
      call('imbot.command.register', {
        COMMAND: 'new',
        EVENT_COMMAND_ADD: 'http://127.0.0.1:9/',
        LANG: range(count).map((n) => ({ LANGUAGE_ID: `l${n}`, TITLE: 'New' })),
      }),
  ],
  'labels of a user field': [(count) => labelled(mapOf(count)), (count) => labelled({ en: x(count) })],
  'choices of a user field': [
    (count) => added({ USER_TYPE_ID: 'enumeration', LIST: range(count).map((n) => ({ VALUE: `v${n}` })) }),
  ],
  'options in one call': [
    (count) => application.call('app.option.set', { options: mapOf(count) }),
    (count) => application.call('app.option.set', { options: { n1: x(count) } }),
  ],
  '`LANG_ALL` and `OPTIONS` of a placement': [
    (count) => {
      const OPTIONS = { A: x(count - '{"A":""}'.length) };
      return application.call('placement.bind', { PLACEMENT: 'LEFT_MENU', HANDLER: 'http://127.0.0.1:9/', OPTIONS });
    },
  ],
  'settings of a user field, parameters of `event.test`': [
    (count) => added({ USER_TYPE_ID: 'string', SETTINGS: { A: x(count - 8) } }),
  ],
  'references to earlier answers in a call of a batch': [
    (count) => batched(`profile?a=${'$result[0][x]'.repeat(count)}`),
  ],
};

const label = { FIELD_NAME: '', USER_TYPE_ID: 'string' };
let fields = 0;
function added(more: object): Promise<Answer> {
  fields += 1;
  return adder.call('user.userfield.add', { fields: { ...label, FIELD_NAME: `F${fields}`, ...more } });
}
const labelled = (EDIT_FORM_LABEL: object) => added({ EDIT_FORM_LABEL });

async function batched(command: string): Promise<Answer> {
  const { body: answer } = await call('batch', { cmd: ['profile', command] });
  const error = answer.result.result_error[1];
  return { status: error ? 400 : 200, body: error ?? {} };
}

/** Limits that are caused in ways of their own. */
const others: Readonly<Record<string, (most: number[], row: Row) => Promise<void>>> = {
  async 'bodies that are being read at one time'([together = 0, ofStrangers = 0]) {
    const bodies = new OpenBodies(manualClock());
    expect([bodies.hold(ofStrangers, true), bodies.hold(1, true)]).toEqual([true, false]);
    expect([bodies.hold(together - ofStrangers, false), bodies.hold(1, false)]).toEqual([true, false]);
  },
  async 'time until a body is there'([seconds = 0, bytesPerSecond = 0]) {
    const clock = manualClock();
    const bodies = new OpenBodies(clock);
    const { grace } = bodies.limits;
    const slow = new OpenBody(bodies);
    const fast = new OpenBody(bodies);
    fast.count(Buffer.alloc(MB));
    clock.advance(grace + 1_000);
    slow.count(Buffer.alloc(bytesPerSecond));
    expect(slow.isTooSlow()).toBe(false);
    clock.advance(100);
    expect(slow.isTooSlow()).toBe(true);
    clock.advance(seconds * 1_000 - grace - 1_100);
    expect(fast.isTooSlow()).toBe(false);
    clock.advance(1);
    expect(fast.isTooSlow()).toBe(true);
    bodies.close();
  },
  async 'requests on one connection that wait for earlier answers'([most = 0]) {
    expect(await answers(most + 1)).toBe(most + 1);
    expect(await answers(most + 2)).toBeLessThan(most);
  },
  async 'addresses of handlers'([most = 0]) {
    const at = (length: number) => `http://127.0.0.1/${x(length - 'http://127.0.0.1/'.length)}`;
    const registered = (length: number, CODE: string) =>
      call('imbot.register', { CODE, EVENT_HANDLER: at(length), PROPERTIES: { NAME: 'New' } });
    expect((await registered(most, 'fits')).status).toBe(200);
    expect((await registered(most + 1, 'long')).status).toBe(400);
  },
  async 'values of a user field'([most = 0, length = 0]) {
    await addField(adder, { FIELD_NAME: 'MANY', USER_TYPE_ID: 'string', MULTIPLE: 'Y' });
    const kept = async (UF_USR_MANY: string[]) =>
      (await adder.call('user.update', { ID: world.bob.id, UF_USR_MANY })).status;
    expect(await kept(range(most).map(String))).toBe(200);
    expect(await kept(range(most + 1).map(String))).toBe(400);
    expect(await kept([x(length)])).toBe(200);
    expect(await kept([x(length + 1)])).toBe(400);
  },
  async 'options of an application; of it and a person'([most = 0], row) {
    const one = await world.application();
    const piece = 60_000;
    const count = Math.floor(most / (piece + 20));
    expectTaken(await one.call('app.option.set', { options: mapOf(count, x(piece)) }));
    expectRefused(await one.call('app.option.set', { options: { more: x(piece) } }), row);
  },
  async 'lists, maps and keyboards that are sent as JSON in a text'([most = 0]) {
    const known = (bytes: number) => call('im.user.list.get', { ID: `[1${' '.repeat(bytes - 3)}]` });
    expect((await known(most)).status).toBe(200);
    expect((await known(most + 1)).status).toBe(400);
  },
  async 'text of a message'([most = 0]) {
    const text = async (MESSAGE: string) => {
      await world.alice.ok('im.message.add', { DIALOG_ID: `chat${world.groupChatId}`, MESSAGE });
      const { messages } = await world.alice.ok('im.dialog.messages.get', { DIALOG_ID: `chat${world.groupChatId}` });
      return messages[0].text;
    };
    expect(await text(x(most))).toBe(x(most));
    expect(await text(x(most + 1))).toBe(`${x(most)} (...)`);
  },
};

/** How many of so many requests are answered that are sent at once. */
function answers(count: number): Promise<number> {
  return new Promise((resolve) => {
    const { port, pathname } = new URL(`${world.alice.webhookUrl}profile`);
    let text = '';
    const counted = () => text.split('HTTP/1.1 200').length - 1;
    const socket = connect(Number(port), '127.0.0.1', () => {
      socket.write(`GET ${pathname} HTTP/1.1\r\nHost: a\r\n\r\n`.repeat(count));
    });
    socket.on('error', () => undefined).once('close', () => resolve(counted()));
    socket.on('data', (chunk) => {
      text += chunk;
      if (counted() === count) socket.destroy();
    });
  });
}

const rows = rowsOf(textOf('docs/compatibility.md'));

it('the list of sizes and these tests are about the same', () => {
  expect(rows.map(({ what }) => what).sort()).toEqual([...Object.keys(sizes), ...Object.keys(others)].sort());
});

it.each(rows.map((row) => [row.what, row] as const))('%s', async (what, row) => {
  const { most } = row;
  if (others[what]) return others[what](most, row);
  const causes = sizes[what] ?? [];
  expect(causes).toHaveLength(most.length);
  for (const [index, cause] of causes.entries()) {
    const count = most[index] ?? 0;
    expectTaken(await cause(count));
    expectRefused(await cause(count + 1), withAnswer(row, rows));
  }
});

/** `the same` is what the row before says. */
function withAnswer(row: Row, all: readonly Row[]): Row {
  if (row.answer !== 'the same') return row;
  const before = all[all.indexOf(row) - 1];
  return before ? { ...row, answer: withAnswer(before, all).answer } : row;
}
