import { afterEach, beforeEach, expect, it } from 'vitest';
import { browserOf } from '../scene-sign-in.ts';
import { createWorld, type World } from '../world.ts';

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
  });
  await application.finishInstallation();
  expect(await info()).toMatchObject({ INSTALLED: true });
});

it('tells nothing to who is no application: neither a webhook, whatever CLIENT_ID it names, nor a page of ours', async () => {
  const application = await world.application();
  const refusal = { status: 400, body: { error: 'ACCESS_DENIED' } };
  expect(await world.alice.call('app.info', { CLIENT_ID: application.clientId })).toMatchObject(refusal);
  expect(await (await browserOf(world, 1)).call('app.info')).toMatchObject(refusal);
});
