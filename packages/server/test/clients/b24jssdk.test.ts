import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { events } from '#api/events.generated.ts';
import { systemClock } from '#kit/clock.ts';
import { silentLog } from '#kit/log.ts';
import { certificateFor } from '../../src/tls.ts';
import { causes } from '../event-causes.ts';
import type { TestApplication } from '../test-application.ts';
import { createWorld, type Handler, inWorld, type Person, type World } from '../world.ts';
import { losingProxy } from './losing-proxy.ts';
import { type Given, type Sdk, type SdkUser, startSdk, tokensFromEvent } from './sdk.ts';

/*
 * The vendor's SDK as a developer uses it with a webhook, or with the tokens of an application. It insists on https, so the portal speaks TLS with a
 * certificate of its own, and the SDK runs where that one is trusted.
 */

let folder: string;
let world: World;
let handler: Handler;
let driver: Sdk;
let certificate: Awaited<ReturnType<typeof certificateFor>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'botyard-'));
  certificate = await certificateFor(folder, [], systemClock.now(), silentLog);
  const { key, cert, path } = certificate;
  world = await createWorld({ tls: { key, cert } });
  handler = await world.handler();
  driver = await startSdk(path);
});
afterAll(async () => {
  driver.stop();
  await world.close();
  await rm(folder, { recursive: true });
});

const sdk = (user: SdkUser, action: string, ...args: unknown[]) => driver.run(user, action, ...args);

const result = async (person: Person, method: string, params: Record<string, unknown> = {}): Promise<Given> => {
  const { isSuccess, data, errors, thrown } = await sdk(person, 'call', method, params);
  expect({ isSuccess, errors, thrown }).toEqual({ isSuccess: true, errors: [] });
  return data.result;
};

const CLIENT_ID = 'sdk-bot';

describe("the vendor's JavaScript SDK", () => {
  let botId: number;
  let commandId: number;

  it('registers a bot and a command', async () => {
    botId = await result(world.alice, 'imbot.register', {
      CODE: 'sdk-bot',
      TYPE: 'B',
      EVENT_HANDLER: handler.url,
      PROPERTIES: { NAME: 'SDK bot', WORK_POSITION: 'Answers' },
      CLIENT_ID,
    });
    commandId = await result(world.alice, 'imbot.command.register', {
      BOT_ID: botId,
      COMMAND: 'echo',
      EVENT_COMMAND_ADD: handler.url,
      LANG: [{ LANGUAGE_ID: 'en', TITLE: 'Echo', PARAMS: 'text' }],
      CLIENT_ID,
    });
    expect([botId, commandId]).toEqual([expect.any(Number), expect.any(Number)]);
    expect(await result(world.alice, 'imbot.bot.list')).toMatchObject({
      [botId]: { NAME: 'SDK bot', CODE: 'sdk-bot' },
    });
  });

  it('sends a command and answers it', async () => {
    const messageId = await result(world.bob, 'im.message.add', { DIALOG_ID: botId, MESSAGE: '/echo hello' });
    await world.settled();
    const [event] = handler.events('ONIMCOMMANDADD');
    expect(event.data.COMMAND[commandId]).toMatchObject({ COMMAND_PARAMS: 'hello', MESSAGE_ID: String(messageId) });
    const answer = {
      COMMAND_ID: commandId,
      MESSAGE_ID: messageId,
      MESSAGE: 'hello yourself',
      KEYBOARD: [{ TEXT: 'Again', COMMAND: 'echo again' }],
    };
    const answerId = await result(world.alice, 'imbot.command.answer', { ...answer, CLIENT_ID });
    const { messages } = await result(world.bob, 'im.dialog.messages.get', { DIALOG_ID: botId });
    expect(messages[0]).toMatchObject({ id: answerId, author_id: botId, text: 'hello yourself' });
  });

  it('reads the time that every answer has', async () => {
    const { data } = await sdk(world.alice, 'call', 'profile', {});
    expect(data).toMatchObject({
      result: { ID: expect.anything(), NAME: 'Alice' },
      time: { operating: expect.any(Number), operating_reset_at: expect.any(Number) },
    });
  });

  it('runs a batch by name, with the answer of one call in the next', async () => {
    const calls = {
      sent: { method: 'im.message.add', params: { DIALOG_ID: String(botId), MESSAGE: 'from a batch' } },
      liked: { method: 'im.message.like', params: { MESSAGE_ID: '$result[sent]' } },
    };
    const { isSuccess, data } = await sdk(world.bob, 'batch', calls, { isHaltOnError: true });
    expect(isSuccess).toBe(true);
    expect(data).toEqual({ sent: expect.any(Number), liked: true });
  });

  it('runs a batch by position, and learns which call failed', async () => {
    const calls = [
      ['im.message.add', { DIALOG_ID: botId, MESSAGE: 'fine' }],
      ['im.message.add', { DIALOG_ID: botId, MESSAGE: '' }],
      ['im.message.add', { DIALOG_ID: botId, MESSAGE: 'fine, too' }],
    ];
    const { isSuccess, errors, data } = await sdk(world.bob, 'batch', calls, { isHaltOnError: false });
    expect(isSuccess).toBe(false);
    expect(errors).toEqual([expect.stringContaining("Message can't be empty")]);
    expect(data).toHaveLength(2);
  });

  it('cuts a long batch into pieces', async () => {
    const calls = Array.from({ length: 60 }, (_, i) => [
      'im.message.add',
      { DIALOG_ID: botId, MESSAGE: `number ${i}` },
    ]);
    const { isSuccess, data } = await sdk(world.bob, 'batchByChunk', calls, { isHaltOnError: true });
    expect(isSuccess).toBe(true);
    expect(data).toHaveLength(60);
  });

  it('lists, page by page and all at once', async () => {
    const listing = { method: 'user.get', params: {}, idKey: 'ID' };
    const { data: everybody } = await sdk(world.alice, 'callList', listing);
    expect(everybody.map((user: { NAME: string }) => user.NAME)).toEqual(['Alice', 'Bob', 'Carol', 'Dana']);
    const { data: chunks } = await sdk(world.alice, 'fetchList', listing);
    expect(chunks.flat()).toHaveLength(4);
    const { data: page } = await sdk(world.alice, 'page', 'user.get', {});
    expect(page).toMatchObject({ total: 4, isMore: false });
  });

  it('works by the names that its older versions have', async () => {
    const calls = { me: { method: 'profile' }, bots: { method: 'imbot.bot.list' } };
    const { data } = await sdk(world.alice, 'oldNames', 'profile', {}, calls);
    expect(data).toMatchObject({
      one: { NAME: 'Alice' },
      batch: { me: { NAME: 'Alice' }, bots: { [botId]: { NAME: 'SDK bot' } } },
    });
  });

  it('understands what is wrong', async () => {
    const unknown = await sdk(world.alice, 'call', 'im.no.such.method', {});
    expect(unknown.thrown).toMatchObject({ code: 'ERROR_METHOD_NOT_FOUND', status: 404 });
    const empty = await sdk(world.alice, 'call', 'im.message.add', { DIALOG_ID: botId, MESSAGE: '' });
    expect(empty.thrown).toMatchObject({ code: 'MESSAGE_EMPTY', status: 400 });
    const stranger = { ...world.alice, webhookUrl: world.alice.webhookUrl.replace(/\w+\/$/, 'wrongwrongwrong/') };
    expect((await sdk(stranger, 'call', 'profile', {})).thrown).toMatchObject({
      code: 'INVALID_CREDENTIALS',
      status: 401,
    });
  });
});

describe("the vendor's JavaScript SDK on a bad line", () => {
  it('writes a message once whose answer was lost twice (R44)', async () => {
    const proxy = await losingProxy(world.app.url, certificate, 'im.message.add', 2);
    try {
      const webhookUrl = world.bob.webhookUrl.replace(world.app.url, proxy.url);
      const message = { DIALOG_ID: world.alice.id, MESSAGE: 'once' };
      const { isSuccess, data, thrown } = await sdk({ webhookUrl }, 'call', 'im.message.add', message);
      expect({ isSuccess, thrown }).toEqual({ isSuccess: true });
      expect(proxy.answers).toEqual([200, 200, 200]);
      const { messages } = await result(world.alice, 'im.dialog.messages.get', { DIALOG_ID: world.bob.id });
      expect(messages).toMatchObject([{ id: data.result, text: 'once' }]);
    } finally {
      proxy.close();
    }
  });
});

describe("the vendor's JavaScript SDK in OAuth mode", () => {
  it('renews the tokens of an application by itself when they have expired', async () => {
    const application = await world.application({ scope: ['im', 'imbot'] });
    keepUpWithTheSdk();
    const tokens = await grantedTo(application);
    const oauth = { tokens, secret: { clientId: application.clientId, clientSecret: application.clientSecret } };
    const call = (method: string, params = {}) => sdk({ oauth }, 'call', method, params);

    expect((await call('profile')).data.result).toMatchObject({ ID: String(world.bob.id), NAME: 'Bob' });
    expect((await call('app.info')).data.result).toMatchObject({ CODE: application.clientId });
    const bot = { CODE: 'oauth-bot', EVENT_HANDLER: handler.url, PROPERTIES: { NAME: 'OAuth bot' } };
    expect((await call('imbot.register', bot)).data.result).toEqual(expect.any(Number));
    expect((await sdk({ oauth }, 'renewed')).data).toEqual([]);

    world.clock.advance(3_600_000);
    const sent = await call('imbot.message.add', { DIALOG_ID: '2', MESSAGE: 'after an hour' });
    expect(sent).toMatchObject({ isSuccess: true, data: { result: expect.any(Number) } });
    const { data: renewed } = await sdk({ oauth }, 'renewed');
    expect(renewed).toHaveLength(1);
    expect(renewed[0].refreshToken).not.toBe(tokens.refreshToken);

    await application.remove();
    expect((await call('profile')).thrown).toMatchObject({ code: 'APPLICATION_NOT_FOUND', status: 401 });
  });
});

describe("the vendor's JavaScript SDK in a batch", () => {
  it('learns that a call failed whose documented error has no code', async () => {
    const application = await world.application({ scope: ['user', 'user.userfield'] });
    keepUpWithTheSdk();
    const secret = { clientId: application.clientId, clientSecret: application.clientSecret };
    const oauth = { tokens: await grantedTo(application), secret };
    const calls = { added: { method: 'user.userfield.add', params: { fields: { USER_TYPE_ID: 'string' } } } };
    const { isSuccess, errors } = await sdk({ oauth }, 'batch', calls, { isHaltOnError: false });
    expect({ isSuccess, errors }).toEqual({ isSuccess: false, errors: [expect.stringContaining('FIELD_NAME')] });
  });
});

describe("the vendor's JavaScript SDK in a handler", () => {
  it('calls in the name that each event with a token says, and knows whose portal sent the others (R37)', async () => {
    // Tokens may be shown without TLS, and the events are made to happen from here, where no certificate is trusted.
    await inWorld({}, async (plain) => {
      const [heard, application] = [await plain.handler(), await plain.application()];
      keepUpWithTheSdk(plain);
      const botId = await plain.bot({ application, handler: heard, type: 'S' });
      const stage = { world: plain, application, handler: heard, botId, dialogId: String(botId), address: '' };
      for (const { name } of events) if (name !== LAST) await causes[name]?.(stage);
      await causes[LAST]?.(stage);
      await plain.settled();
      for (const { name, grants } of events) {
        const body = heard.events(name).at(-1);
        const auth = body?.data?.bot?.auth ?? body?.auth;
        // A client of its own for each: the driver knows them by the id of the application.
        const oauth = { tokens: tokensFromEvent(auth), secret: { clientId: name, clientSecret: '' } };
        if (grants === 'nothing') {
          expect({ name, ...(await sdk({ oauth }, 'portal')) }).toEqual({ name, data: plain.app.url });
          continue;
        }
        const { data, thrown } = await sdk({ oauth }, 'call', 'profile', {});
        expect({ name, thrown, ID: data?.result.ID }).toEqual({ name, ID: auth.user_id });
      }
    });
  });
});

/** A bot hears nothing after it. */
const LAST = 'ONIMBOTDELETE';

/** The SDK compares what it is told with a clock of its own. */
function keepUpWithTheSdk({ clock } = world): void {
  clock.suspend(Math.max(0, systemClock.now() - clock.now()));
}

/** What Bob's consent gives, in the names of the SDK. */
async function grantedTo(application: TestApplication) {
  const { accessToken, refreshToken } = await application.tokens(world.bob);
  return {
    applicationToken: application.applicationToken,
    userId: world.bob.id,
    memberId: '',
    accessToken,
    refreshToken,
    // It is not to find out by itself.
    expires: Math.floor(systemClock.now() / 1000) + 86_400,
    expiresIn: 3600,
    scope: 'im,imbot',
    domain: new URL(world.app.url).host,
    clientEndpoint: `${world.app.url}/rest/`,
    serverEndpoint: `${world.app.url}/rest/`,
    status: 'L',
  };
}
