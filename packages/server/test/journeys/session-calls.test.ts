import { afterAll, beforeAll, expect, it } from 'vitest';
import { browserOf } from '../scenes/sign-in.ts';
import { createWorld, type World } from '../world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const STRANGER = { status: 401, error: 'NO_AUTH_FOUND' };

/** What the answer is about. */
async function said(call: Promise<{ status: number; body: { error?: string } }>) {
  const { status, body } = await call;
  return { status, error: body.error };
}

it('a page of ours calls methods as the person who is signed in, with everything that they may do', async () => {
  const alice = await browserOf(world, world.alice.id);
  expect((await alice.call('profile')).body.result).toMatchObject({ ID: '1', ADMIN: true });
  expect((await alice.call('scope')).body.result).toEqual(world.app.registry.scopes());
  const sent = await alice.call('im.message.add', {
    DIALOG_ID: `chat${world.groupChatId}`,
    MESSAGE: 'from the browser',
  });
  expect(sent.status).toBe(200);
});

it('the cookie alone is not enough, and neither is the secret of another session', async () => {
  const [alice, bob] = [await browserOf(world, world.alice.id), await browserOf(world, world.bob.id)];
  for (const secret of [undefined, '', 'guessed', bob.csrf])
    expect(await said(alice.call('profile', {}, { 'x-bitrix-csrf-token': secret }))).toEqual(STRANGER);
  expect(await said(alice.call('profile', { sessid: bob.csrf }, { 'x-bitrix-csrf-token': undefined }))).toEqual(
    STRANGER,
  );
  const named = await alice.call('profile', { sessid: alice.csrf }, { 'x-bitrix-csrf-token': undefined });
  expect(named.body.result).toMatchObject({ ID: '1' });
  const form = await fetch(`${world.app.url}/rest/profile?sessid=${alice.csrf}`, { headers: { cookie: alice.cookie } });
  expect(form.status).toBe(200);
});

it('pages of other sites get nothing from the cookie, even where they know the secret', async () => {
  const alice = await browserOf(world, world.alice.id);
  for (const origin of ['https://example.com', 'null', world.app.url.replace('http', 'https')])
    expect(await said(alice.call('profile', {}, { origin }))).toEqual(STRANGER);
  expect((await alice.call('profile', {}, { origin: world.app.url })).status).toBe(200);
  const preflight = await fetch(`${world.app.url}/rest/profile`, {
    method: 'OPTIONS',
    headers: { origin: 'https://example.com' },
  });
  expect(preflight.headers.get('access-control-allow-headers')).not.toContain('csrf');
  expect(preflight.headers.get('access-control-allow-credentials')).toBeNull();
});

it('a browser has no application: what bots own is not reached by naming one', async () => {
  const alice = await browserOf(world, world.alice.id);
  const BOT_ID = await world.bot();
  const rename = { BOT_ID, CLIENT_ID: 'test-app', DIALOG_ID: String(world.bob.id), MESSAGE: 'as the bot' };
  expect(await said(alice.call('imbot.message.add', rename))).toMatchObject({ error: 'APP_ID_ERROR' });
  const batched = await alice.call('batch', { cmd: { one: `imbot.message.add?BOT_ID=${BOT_ID}&CLIENT_ID=test-app` } });
  expect(batched.body.result.result_error.one.error).toBe('APP_ID_ERROR');
});
