import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { seen } from '../calling.ts';
import { changeUser } from '../scenes/people.ts';
import type { TestApplication } from '../test-application.ts';
import { createWorld, post, type World } from '../world.ts';

let world: World;
let application: TestApplication;

beforeEach(async () => {
  world = await createWorld();
  application = await world.application({ scope: ['user', 'im'] });
});
afterEach(() => world.close());

const HOUR = 3_600_000;

describe('an access token', () => {
  const ways: Readonly<Record<string, (token: string) => [address: string, request: RequestInit]>> = {
    'in the query': (token) => [`profile?auth=${token}`, {}],
    'in the query beside a JSON body': (token) => [`profile.json?auth=${token}`, { method: 'POST', body: '{"a":1}' }],
    'in a JSON body': (token) => [
      'profile',
      { method: 'POST', body: JSON.stringify({ auth: token }), headers: { 'content-type': 'application/json' } },
    ],
    'in a form': (token) => ['profile/', { method: 'POST', body: new URLSearchParams({ auth: token }) }],
    'in a multipart form': (token) => {
      const body = new FormData();
      body.append('auth', token);
      return ['/profile', { method: 'POST', body }];
    },
    'in the header': (token) => ['profile', { headers: { authorization: `Bearer ${token}` } }],
  };
  it.each(Object.entries(ways))('is taken %s', async (_, way) => {
    const [address, request] = way(await application.token(world.bob));
    const response = await fetch(`${world.app.url}/rest/${address}`, request);
    expect(await response.json()).toMatchObject({ result: { ID: String(world.bob.id), NAME: 'Bob' } });
  });

  it('lets the application do what its scope names, and nothing else', async () => {
    expect(await application.ok('scope')).toEqual(['user', 'im']);
    expect(seen(await application.call('imbot.bot.list'))).toEqual({
      status: 401,
      error: 'insufficient_scope',
      error_description: 'The request requires higher privileges than provided by the access token',
    });
  });

  it('is the caller of every call in a batch, whatever else the calls name', async () => {
    const { result, result_error } = await application.as(world.bob).ok('batch', {
      cmd: { who: `profile?auth=${await application.token(world.carol)}`, what: 'imbot.bot.list' },
    });
    expect(result.who).toMatchObject({ NAME: 'Bob' });
    expect(result_error.what.error).toBe('insufficient_scope');
  });

  it('is refused once its hour is over', async () => {
    const token = await application.token();
    world.clock.advance(HOUR - 1000);
    expect((await post(`${world.app.url}/rest/profile`, { auth: token })).status).toBe(200);
    world.clock.advance(1000);
    expect(seen(await post(`${world.app.url}/rest/no.such.method`, { auth: token }))).toEqual({
      status: 401,
      error: 'expired_token',
      error_description: 'The access token provided has expired',
    });
  });

  it('is refused when it is none of ours, before anybody asks whether the method exists', async () => {
    const { accessToken, refreshToken } = await application.tokens();
    const last = accessToken.at(-1) === '0' ? '1' : '0';
    const strange = ['x', 'f'.repeat(86), accessToken.slice(0, -1) + last, `${accessToken}00`, refreshToken];
    for (const auth of [...strange, { a: 1 }, 7, true, 'a'.repeat(100_000)]) {
      expect(seen(await post(`${world.app.url}/rest/no.such.method`, { auth }))).toMatchObject({
        status: 401,
        error: 'invalid_token',
      });
    }
    expect(seen(await post(`${world.app.url}/rest/profile`, { auth: '' }))).toMatchObject({ error: 'NO_AUTH_FOUND' });
  });

  it('is refused by a portal that did not give it out', async () => {
    const other = await createWorld({ key: new Uint8Array(32).fill(8) });
    const token = await application.token();
    expect(seen(await post(`${other.app.url}/rest/profile`, { auth: token }))).toMatchObject({
      error: 'invalid_token',
    });
    await other.close();
  });

  it('says who was dismissed, and serves the others', async () => {
    const token = await application.token(world.bob);
    await changeUser(world, world.bob.id, { isActive: false });
    expect(seen(await post(`${world.app.url}/rest/user.current`, { auth: token }))).toEqual({
      status: 401,
      error: 'authorization_error',
      error_description: 'Unable to authorize user',
    });
    expect((await application.as(world.carol).call('user.current')).status).toBe(200);
  });

  it('serves only those whom the application is meant for', async () => {
    const forBob = await world.application({ allowedUserIds: [world.bob.id] });
    expect((await forBob.as(world.bob).call('profile')).status).toBe(200);
    expect(seen(await forBob.call('profile'))).toEqual({
      status: 401,
      error: 'user_access_error',
      error_description: 'The user does not have access to the application',
    });
  });

  it('serves administrators alone until the application is installed', async () => {
    const withPages = await world.application({ isApiOnly: false });
    expect((await withPages.as(world.alice).call('profile')).status).toBe(200);
    expect(seen(await withPages.as(world.bob).call('profile'))).toMatchObject({ status: 401, error: 'NOT_INSTALLED' });
  });

  it('is worth nothing once the application is removed', async () => {
    const token = await application.token();
    await application.remove();
    expect(seen(await post(`${world.app.url}/rest/profile`, { auth: token }))).toMatchObject({
      status: 401,
      error: 'APPLICATION_NOT_FOUND',
    });
  });

  it('gives way to the code of a webhook in the address', async () => {
    const { body } = await post(`${world.alice.webhookUrl}profile`, { auth: await application.token(world.bob) });
    expect(body.result.NAME).toBe('Alice');
  });
});
