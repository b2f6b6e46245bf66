import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { events } from '#api/events.generated.ts';
import { causes } from '../event-causes.ts';
import { type Handler, inWorld, type World } from '../world.ts';
import { tokensFromEvent } from './sdk.ts';
import { createSdkWorld, grantedTo, keepUpWithTheSdk, type SdkWorld } from './sdk-world.ts';

let world: World;
let handler: Handler;
let portal: SdkWorld;

beforeAll(async () => {
  portal = await createSdkWorld();
  world = portal.world;
  handler = await world.handler();
});
afterAll(() => portal.close());

const sdk: SdkWorld['sdk'] = (...args) => portal.sdk(...args);

describe("the vendor's JavaScript SDK in OAuth mode", () => {
  it('renews the tokens of an application by itself when they have expired', async () => {
    const application = await world.application({ scope: ['im', 'imbot'] });
    keepUpWithTheSdk(world);
    const tokens = await grantedTo(world, application);
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
    keepUpWithTheSdk(world);
    const secret = { clientId: application.clientId, clientSecret: application.clientSecret };
    const oauth = { tokens: await grantedTo(world, application), secret };
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
      for (const { name } of called) if (!LAST.includes(name)) await causes[name]?.(stage);
      await plain.settled();
      for (const name of LAST) await causes[name]?.(stage);
      await plain.settled();
      for (const { name, grants } of called) {
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

/** What handlers are called with. */
const called = events.filter(({ tells }) => tells !== 'person');

/** A bot hears nothing after these, and nothing that still waits then. */
const LAST = ['ONIMBOTV2DELETE', 'ONIMBOTDELETE'];
