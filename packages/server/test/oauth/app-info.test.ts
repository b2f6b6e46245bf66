import { afterEach, beforeEach, expect, it } from 'vitest';
import { browserOf } from '../scenes/sign-in.ts';
import { createWorld, inWorld, post, type World } from '../world.ts';

let world: World;

beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

it('tells an application about itself where server_endpoint leads, too', async () => {
  const application = await world.application({ isApiOnly: false });
  const { accessToken } = await application.tokens();
  const info = async () =>
    ((await (await fetch(`${world.app.url}/rest/app.info?auth=${accessToken}`)).json()) as { result: unknown }).result;
  expect(await info()).toEqual({
    ID: application.id,
    CODE: application.clientId,
    VERSION: 1,
    STATUS: 'L',
    INSTALLED: false,
    PAYMENT_EXPIRED: 'N',
    DAYS: null,
    LANGUAGE_ID: 'en',
    LICENSE: 'en_selfhosted',
    LICENSE_TYPE: 'selfhosted',
    LICENSE_FAMILY: 'selfhosted',
    client_id: application.clientId,
    scope: 'im,imbot,user',
    expires: '2026-01-05T10:00:00+00:00',
    user_id: world.alice.id,
    install: {
      installed: false,
      version: 1,
      status: 'L',
      scope: 'im,imbot,user',
      domain: '127.0.0.1',
      uri: world.app.url,
      client_endpoint: `${world.app.url}/rest/`,
      member_id: expect.stringMatching(/^[0-9a-f]{32}$/),
      member_type: 'company',
    },
  });
  await application.finishInstallation();
  expect(await info()).toMatchObject({ INSTALLED: true });
});

it('tells the same by POST and behind a doubled slash, as SDKs ask for it (R41)', async () => {
  const application = await world.application();
  const auth = await application.token(world.bob);
  const ask = { IS_NEED_OAUTH_SECURE_CHECK: true, auth };
  for (const address of ['/rest/app.info', '//rest/app.info', '/rest/app.info/']) {
    const { body } = await post(`${world.app.url}${address}`, ask);
    expect(body.result).toMatchObject({ user_id: world.bob.id, install: { installed: true, uri: world.app.url } });
  }
});

it('tells the name that the portal was given, by whatever other name it was asked for', () =>
  inWorld({ publicName: 'bots.test' }, async ({ app, application }) => {
    const { port } = new URL(app.address);
    const { token, fetchTokens, tokens } = await application();
    const named = `http://bots.test:${port}`;
    const { body } = await post(`${app.address}/rest/app.info`, { auth: await token() });
    expect(body.result.install).toMatchObject({ domain: 'bots.test', uri: named, client_endpoint: `${named}/rest/` });
    const { refreshToken } = await tokens();
    const renewed = await fetchTokens({ grant_type: 'refresh_token', refresh_token: refreshToken });
    expect(renewed.body).toMatchObject({ client_endpoint: `${named}/rest/`, server_endpoint: `${named}/rest/` });
  }));

it('tells a webhook what it may do and where it is (R41, N16)', async () => {
  const told = await world.alice.ok('app.info');
  expect(told).toEqual({
    SCOPE: await world.alice.ok('scope'),
    LICENSE: 'en_selfhosted',
    LICENSE_TYPE: 'selfhosted',
    LICENSE_FAMILY: 'selfhosted',
  });
  const application = await world.application();
  expect(await world.alice.ok('app.info', { CLIENT_ID: application.clientId })).toEqual(told);
});

it('tells nothing to a page of ours', async () => {
  const refusal = { status: 403, body: { error: 'ACCESS_DENIED' } };
  expect(await (await browserOf(world, 1)).call('app.info')).toMatchObject(refusal);
});
