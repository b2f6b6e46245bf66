import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TestApplication } from '../test-application.ts';
import { type Answer, createWorld, post, type World } from '../world.ts';

let world: World;
let application: TestApplication;

beforeEach(async () => {
  world = await createWorld();
  application = await world.application({ scope: ['imbot', 'im'] });
});
afterEach(() => world.close());

const exchange = async (code: string) => application.fetchTokens({ grant_type: 'authorization_code', code });
const refresh = async (refresh_token: string) =>
  application.fetchTokens({ grant_type: 'refresh_token', refresh_token });
const seen = ({ status, body }: Answer) => ({ status, error: body.error });
const NO_GRANT = { status: 400, error: 'invalid_grant' };

describe('the token endpoint', () => {
  it('answers a code with tokens, in the documented keys and types', async () => {
    const { status, body } = await exchange(await application.code(world.bob));
    expect(status).toBe(200);
    const { access_token, refresh_token, ...told } = body;
    expect(told).toEqual({
      client_endpoint: `${world.app.url}/rest/`,
      domain: new URL(world.app.url).host,
      expires: Math.floor(world.clock.now() / 1000) + 3600,
      expires_in: 3600,
      member_id: expect.stringMatching(/^[0-9a-f]{32}$/),
      scope: 'imbot,im',
      server_endpoint: `${world.app.url}/rest/`,
      status: 'L',
      user_id: world.bob.id,
    });
    expect(await post(`${told.client_endpoint}profile`, { auth: access_token })).toMatchObject({
      body: { result: { NAME: 'Bob' } },
    });
    const renewed = await refresh(refresh_token);
    expect(Object.keys(renewed.body).sort()).toEqual(Object.keys(body).sort());
    expect(renewed.body.refresh_token).not.toBe(refresh_token);
    // The clock stands still: it is another one all the same.
    expect(renewed.body.access_token).not.toBe(access_token);
  });

  it('is found and read in every way that clients ask', async () => {
    const asked = async (path: string, request: (query: URLSearchParams) => RequestInit, query = false) => {
      const params = new URLSearchParams({
        grant_type: 'authorization_code',
        client_id: application.clientId,
        client_secret: application.clientSecret,
        code: await application.code(),
      });
      const response = await fetch(`${world.app.url}${path}${query ? `?${params}` : ''}`, request(params));
      return [response.status, Object.keys((await response.json()) as object).includes('access_token')];
    };
    for (const path of ['/oauth/token/', '/oauth/token', '//oauth/token/', '/oauth//token/']) {
      expect(await asked(path, () => ({}), true)).toEqual([200, true]);
      expect(await asked(path, (body) => ({ method: 'POST', body }))).toEqual([200, true]);
    }
    const json = (body: URLSearchParams) => ({ method: 'POST', body: JSON.stringify(Object.fromEntries(body)) });
    expect(await asked('/oauth/token/', json)).toEqual([200, true]);
    expect(await asked('/oauth/token/', () => ({ method: 'POST' }), true)).toEqual([200, true]);
  });

  it.each<[string, Record<string, string>, string]>([
    ['nothing at all', { grant_type: '' }, 'invalid_request'],
    ['a grant that nobody knows', { grant_type: 'password' }, 'invalid_request'],
    ['a grant by the name of something else', { grant_type: '__proto__' }, 'invalid_request'],
    ['no code', { code: '' }, 'invalid_request'],
    ['no client id', { client_id: '' }, 'invalid_request'],
    ['no secret', { client_secret: '' }, 'invalid_request'],
    ['a secret that is longer than any', { client_secret: 'x'.repeat(1000) }, 'invalid_request'],
    ['a wrong secret', { client_secret: 'wrong' }, 'invalid_client'],
    ['a wrong code', { code: 'wrong' }, 'invalid_grant'],
    ['more permissions than it has', { scope: 'im,user' }, 'invalid_scope'],
  ])('refuses %s', async (_, params, error) => {
    const code = await application.code();
    const answer = await application.fetchTokens({ grant_type: 'authorization_code', code, ...params });
    expect(answer).toEqual({ status: 400, body: { error, error_description: expect.stringMatching(/^\S.+/) } });
  });

  it('answers an unknown client id with success and an error, as clients know it', async () => {
    const answer = await application.fetchTokens({
      grant_type: 'refresh_token',
      refresh_token: 'x',
      client_id: 'local.x',
    });
    expect(seen(answer)).toEqual({ status: 200, error: 'WRONG_CLIENT' });
  });

  it('never takes the name of a program behind a webhook for a client id', async () => {
    await world.bot({ clientId: 'named' });
    const answer = await application.fetchTokens({
      grant_type: 'refresh_token',
      refresh_token: 'x',
      client_id: 'named',
    });
    expect(seen(answer)).toEqual({ status: 200, error: 'WRONG_CLIENT' });
  });

  it('wants HTTPS where everything does', async () => {
    const strict = await createWorld({ requireHttps: true });
    const response = await fetch(`${strict.app.url}/oauth/token/?grant_type=refresh_token`);
    expect([response.status, await response.json()]).toEqual([
      400,
      { error: 'invalid_request', error_description: 'Https required' },
    ]);
    await strict.close();
  });

  it('says in its own words what it cannot read', async () => {
    const response = await fetch(`${world.app.url}/oauth/token/`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{',
    });
    expect([response.status, await response.json()]).toMatchObject([400, { error: 'invalid_request' }]);
  });
});

describe('a code', () => {
  it('is good for thirty seconds', async () => {
    const [inTime, tooLate] = [await application.code(), await application.code()];
    world.clock.advance(29_999);
    expect((await exchange(inTime)).status).toBe(200);
    world.clock.advance(1);
    expect(seen(await exchange(tooLate))).toEqual(NO_GRANT);
  });

  it('is good once, and used again takes back what came of it', async () => {
    const code = await application.code();
    const { refresh_token } = (await exchange(code)).body;
    expect(seen(await exchange(code))).toEqual(NO_GRANT);
    expect(seen(await refresh(refresh_token))).toEqual(NO_GRANT);
  });

  it('is of no use to another application', async () => {
    const code = await application.code();
    const other = await world.application();
    expect(seen(await other.fetchTokens({ grant_type: 'authorization_code', code }))).toEqual(NO_GRANT);
    expect((await exchange(code)).status).toBe(200);
  });

  it('lies nowhere in clear, and neither does the secret', async () => {
    const code = await application.code();
    const rows = await world.app.store.readWith(async (session) => [
      await session.query((db) => db.selectFrom('authorization_code').selectAll()),
      await session.query((db) => db.selectFrom('application').selectAll()),
    ]);
    for (const secret of [code, application.clientSecret, application.applicationToken])
      expect(JSON.stringify(rows)).not.toContain(secret);
  });
});
