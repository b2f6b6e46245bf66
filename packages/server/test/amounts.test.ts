import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { methods } from '#api/methods.generated.ts';
import { type Answer, CLIENT_ID, createWorld, type World } from './world.ts';

/*
 * How much may be given to a method: it is measured before it is read, and the answer says what is too much and how much
 * is allowed.
 */

/** What is looked at of one. */
interface JsonSchema {
  readonly type?: string;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly enum?: readonly string[];
  readonly const?: string;
  readonly anyOf?: readonly JsonSchema[];
}

let world: World;
beforeAll(async () => {
  world = await createWorld();
  await world.bot();
});
afterAll(() => world.close());

const refusal = ({ status, body }: Answer) => [status, body.error, body.error_details];
const call = async (method: string, params: Record<string, unknown>) =>
  refusal(await world.alice.call(method, { CLIENT_ID, ...params }));

const LONG = 'x'.repeat(256);
const MANY = Array.from({ length: 1_001 }, (_, index) => index + 1);
const TOO_LONG = 'has 256 characters, and 255 is the most';
const TOO_MANY = 'has 1001 entries, and 1000 is the most';
const V2 = { botToken: 'own', code: 'new', eventMode: 'fetch', properties: { name: LONG } };
const BOT = { CODE: 'new', EVENT_HANDLER: 'http://127.0.0.1:9/', PROPERTIES: { NAME: 'New' } };

describe('what is too much', () => {
  it.each([
    ['imbot.register', { ...BOT, CODE: LONG }, 'CODE_ERROR', `CODE: ${TOO_LONG}`],
    ['imbot.register', { ...BOT, PROPERTIES: { NAME: LONG } }, 'NAME_ERROR', `PROPERTIES.NAME: ${TOO_LONG}`],
    [
      'imbot.command.register',
      { COMMAND: LONG, EVENT_COMMAND_ADD: BOT.EVENT_HANDLER },
      'COMMAND_ERROR',
      `COMMAND: ${TOO_LONG}`,
    ],
    [
      'imbot.command.register',
      { COMMAND: 'new', EVENT_COMMAND_ADD: BOT.EVENT_HANDLER, LANG: [{ LANGUAGE_ID: 'en', TITLE: LONG }] },
      'LANG_ERROR',
      `LANG: ${TOO_LONG}`,
    ],
    ['im.chat.updateTitle', { CHAT_ID: 1, TITLE: LONG }, 'TITLE_EMPTY', `TITLE: ${TOO_LONG}`],
    ['imbot.v2.Bot.register', { fields: V2 }, 'BOT_PROPERTIES_REQUIRED', `fields.properties.name: ${TOO_LONG}`],
    ['im.user.list.get', { ID: MANY }, 'INVALID_FORMAT', `ID: ${TOO_MANY}`],
    ['im.user.list.get', { ID: JSON.stringify(MANY) }, 'INVALID_FORMAT', `ID: ${TOO_MANY}`],
    ['imbot.chat.add', { USERS: MANY }, 'INVALID_FORMAT', `USERS: ${TOO_MANY}`],
  ])('of %s is answered by the row that names it: %s', async (method, params, code, details) => {
    expect(await call(method, params)).toEqual([400, code, details]);
  });

  it.each([
    ['im.chat.add', { TITLE: LONG }, `TITLE: ${TOO_LONG}`],
    ['im.chat.add', { ENTITY_ID: LONG }, `ENTITY_ID: ${TOO_LONG}`],
    ['im.chat.add', { DESCRIPTION: 'x'.repeat(10_001) }, 'DESCRIPTION: has 10001 characters, and 10000 is the most'],
    ['im.chat.add', { USERS: MANY }, `USERS: ${TOO_MANY}`],
    ['user.get', { FILTER: { NAME: LONG } }, `FILTER: ${TOO_LONG}`],
    ['user.get', { FILTER: { ID: MANY } }, 'FILTER: has 1001 values, and 500 is the most'],
    ['user.get', { NAME: LONG }, `FILTER: ${TOO_LONG}`],
    ['user.get', { select: MANY.map(String) }, `select: ${TOO_MANY}`],
    ['user.access', { ACCESS: [LONG] }, `ACCESS: ${TOO_LONG}`],
    ['profile', { CLIENT_ID: LONG }, `CLIENT_ID: ${TOO_LONG}`],
    ['user.option.get', { option: LONG }, `option: ${TOO_LONG}`],
  ])('of %s, which has no row for it, says so: %s', async (method, params, details) => {
    const name = details.slice(0, details.indexOf(':'));
    const { status, body } = await world.alice.call(method, { CLIENT_ID, ...params });
    expect({ status, ...body, time: undefined }).toEqual({
      status: 400,
      error: 'ERROR_ARGUMENT',
      error_description: `Argument '${name}' is too large`,
      argument: name,
      error_details: details,
    });
  });

  it('is known of every text that is taken, but of what is cut or measured as a whole', () => {
    const isBare = ({ type, maxLength, pattern, enum: words, const: word, anyOf = [] }: JsonSchema): boolean =>
      (type === 'string' && maxLength === undefined && !pattern && !words && word === undefined) || anyOf.some(isBare);
    const bare = methods.flatMap(({ params }) =>
      Object.entries(params)
        .filter(([, { wire }]) => isBare(z.toJSONSchema(wire, { unrepresentable: 'any', io: 'input' }) as JsonSchema))
        .map(([name]) => name),
    );
    // A bot token is compared, and one that is too long is nobody's.
    expect([...new Set(bare)]).toEqual(['MESSAGE', 'fields.message', 'botToken']);
  });

  it('is said of calls of a batch, too', async () => {
    const { body } = await world.alice.call('batch', {
      cmd: [`im.chat.add?TITLE=${LONG}`, `profile?CLIENT_ID=${LONG}`],
    });
    expect(body.result.result_error).toMatchObject({
      0: { error: 'ERROR_ARGUMENT', error_details: `TITLE: ${TOO_LONG}` },
      1: { error: 'ERROR_ARGUMENT', error_details: `CLIENT_ID: ${TOO_LONG}` },
    });
  });
});

it('as much as is allowed is taken', async () => {
  const at = (most: number) => 'x'.repeat(most);
  const chat = { TITLE: at(255), ENTITY_ID: at(255), DESCRIPTION: at(10_000), USERS: MANY.slice(1) };
  expect(await call('im.chat.add', chat)).toEqual([200, undefined, undefined]);
  expect(await call('profile', { CLIENT_ID: at(255) })).toEqual([200, undefined, undefined]);
  // Compared with those of bots, and kept nowhere.
  expect(await call('profile', { botToken: at(100_000) })).toEqual([200, undefined, undefined]);
});

it('a batch makes no more calls when its answers have come to 4 MB', async () => {
  const application = await world.application();
  const options = Object.fromEntries(MANY.slice(0, 16).map((n) => [`n${n}`, 'x'.repeat(60_000)]));
  await application.ok('app.option.set', { options });
  const { body } = await application.call('batch', { cmd: Array.from({ length: 50 }, () => 'app.option.get') });
  expect(Object.keys(body.result.result)).toHaveLength(5);
  expect(Object.keys(body.result.result_error)).toHaveLength(45);
  expect(body.result.result_error[49]).toEqual({
    error: 'ERROR_BATCH_LENGTH_EXCEEDED',
    error_description: 'Max batch length exceeded',
    error_details: 'cmd: the answers so far come to more than 4194304 characters',
  });
});

describe('what an application keeps', () => {
  it('comes to a megabyte for itself, and as much for each person', async () => {
    const application = await world.application();
    const keep = (prefix: string, method = 'app.option.set', caller: Pick<typeof application, 'call'> = application) =>
      caller.call(method, {
        options: Object.fromEntries(MANY.slice(0, 16).map((n) => [`${prefix}${n}`, 'x'.repeat(60_000)])),
      });
    expect(refusal(await keep('a'))).toEqual([200, undefined, undefined]);
    expect(refusal(await keep('b'))).toEqual([
      400,
      'ArgumentNullException',
      expect.stringMatching(/^options: would come to 19\d{5} characters in all, and 1048576 is the most$/),
    ]);
    expect(Object.keys(await application.ok('app.option.get'))).toHaveLength(16);
    expect((await keep('a')).status).toBe(200);
    expect((await keep('b', 'user.option.set')).status).toBe(200);
    expect((await keep('b', 'user.option.set', application.as(world.bob))).status).toBe(200);
  });
});
