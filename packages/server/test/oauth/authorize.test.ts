import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changeUser } from '../scenes/people.ts';
import { browserOf, type SignedInBrowser } from '../scenes/sign-in.ts';
import type { TestApplication } from '../test-application.ts';
import { createWorld, type World } from '../world.ts';

let world: World;
let application: TestApplication;
let bob: SignedInBrowser;

beforeEach(async () => {
  world = await createWorld();
  application = await world.application({
    title: 'Weather <b>bot</b>',
    scope: ['imbot', 'im', 'unheard.of'],
    handlerUrl: 'https://bots.example.com/weather?tenant=7',
  });
  bob = await browserOf(world, world.bob.id);
});
afterEach(() => world.close());

async function open(query: Record<string, string> = {}, cookie = bob.cookie, path = '/oauth/authorize/') {
  const params = new URLSearchParams({ client_id: application.clientId, state: 'st&te=1', ...query });
  const response = await fetch(`${world.app.url}${path}?${params}`, { headers: { cookie }, redirect: 'manual' });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

async function decide(form: Record<string, string> = {}, headers: Record<string, string> = {}) {
  const fields = { csrf: bob.csrf, client_id: application.clientId, state: 'st&te=1', decision: 'allow', ...form };
  const response = await fetch(`${world.app.url}/oauth/authorize`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: bob.cookie, origin: world.app.url, ...headers },
    body: new URLSearchParams(fields),
  });
  return { status: response.status, location: response.headers.get('location'), text: await response.text() };
}

describe('the page that asks for consent', () => {
  it('says who asks, for what, and where one is sent', async () => {
    const { status, text } = await open();
    expect(status).toBe(200);
    expect(text).toContain('May “Weather &#60;b&#62;bot&#60;/b&#62;” act for you?');
    expect(text).toContain('Bob Birch');
    expect(text).toContain('read your chats and write in them as you');
    expect(text).toContain('use the permission “unheard.of”');
    expect(text).toContain('bots.example.com');
    expect((await open({}, bob.cookie, '/oauth/authorize')).status).toBe(200);
  });

  it.each([
    ['de', 'Darf „Weather', 'Ihre Chats lesen', 'die Berechtigung „unheard.of“ nutzen', 'Zulassen', 'Abmelden'],
    ['ru', 'Может ли «Weather', 'читать ваши чаты', 'использовать право «unheard.of»', 'Разрешить', 'Выйти'],
  ])('speaks the language of the person: %s', async (language, ...words) => {
    await changeUser(world, world.bob.id, { language });
    const { text } = await open();
    expect(text).toContain(`<html lang="${language}">`);
    for (const word of words) expect(text).toContain(word);
    expect((await decide({ decision: 'deny' })).text).toContain(`<html lang="${language}">`);
  });

  it('may not be framed, runs no script, and leads to the application and nowhere else', async () => {
    const policy = (await open()).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("form-action 'self' https://bots.example.com;");
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('script-src');
  });

  it('sends strangers to the sign-in page, which leads back to it', async () => {
    const { status, headers } = await open({}, '');
    const location = new URL(headers.get('location') ?? '', world.app.url);
    expect([status, location.pathname]).toEqual([303, '/login']);
    const next = new URL(location.searchParams.get('next') ?? '', world.app.url);
    expect([next.pathname, next.searchParams.get('state')]).toEqual(['/oauth/authorize/', 'st&te=1']);
  });

  it.each<[string, () => Promise<unknown>, string]>([
    ['that nobody knows', async () => ({ client_id: 'local.0.0' }), 'no such application'],
    ['that has no name', async () => ({ client_id: '' }), 'no such application'],
    [
      'that is known by the name it gives itself only',
      async () => {
        await world.bot({ clientId: 'named' });
        return { client_id: 'named' };
      },
      'no such application',
    ],
    ['that was removed', () => application.remove(), 'no such application'],
    [
      'that is not installed yet',
      async () => ({ client_id: (await world.application({ isApiOnly: false })).clientId }),
      'not fully installed',
    ],
    [
      'that is for others',
      async () => ({ client_id: (await world.application({ allowedUserIds: [1] })).clientId }),
      'not meant for you',
    ],
  ])('tells of an application %s on a page, and leads nowhere', async (_, make, told) => {
    const query = ((await make()) ?? {}) as Record<string, string>;
    const { status, headers, text } = await open({ redirect_uri: 'https://evil.example.com', ...query });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(headers.get('location')).toBeNull();
    expect(text).toContain(told);
  });
});

describe('whoever allows it', () => {
  it('is sent to the handler with a code and what the application needs to know', async () => {
    const { status, location } = await decide();
    expect(status).toBe(303);
    const { origin, pathname, searchParams } = new URL(location ?? '');
    expect(origin + pathname).toBe('https://bots.example.com/weather');
    const { code = '', ...told } = Object.fromEntries(searchParams);
    const host = new URL(world.app.url).host;
    expect(told).toEqual({
      tenant: '7',
      state: 'st&te=1',
      domain: host,
      member_id: expect.stringMatching(/^[0-9a-f]{32}$/),
      scope: 'imbot,im,unheard.of',
      server_domain: host,
    });
    const { body } = await application.fetchTokens({ grant_type: 'authorization_code', code });
    expect(body.user_id).toBe(world.bob.id);
  });

  it('is sent there whatever redirect_uri says (R35)', async () => {
    expect((await decide({ redirect_uri: 'https://evil.example.com/' })).location).toMatch(
      /^https:\/\/bots\.example\.com\/weather/,
    );
  });

  it.each<[string, Record<string, string>, Record<string, string>]>([
    ['another site', {}, { origin: 'https://evil.example.com' }],
    ['a page without the secret of the session', { csrf: '' }, {}],
    ['a page with the secret of somebody else', { csrf: 'x'.repeat(32) }, {}],
  ])('has not meant it when the form comes from %s', async (_, form, headers) => {
    const { status, location, text } = await decide(form, headers);
    expect([status, location]).toEqual([403, null]);
    expect(text).toContain('did not come from this page');
  });

  it('has to be here still', async () => {
    await changeUser(world, world.bob.id, { isActive: false });
    const { searchParams } = new URL((await decide()).location ?? '', world.app.url);
    const back = new URLSearchParams({ client_id: application.clientId, state: 'st&te=1' });
    expect(searchParams.get('next')).toBe(`/oauth/authorize/?${back}`);
  });
});

describe('whoever does not', () => {
  it('stays here, and the application gets nothing', async () => {
    for (const decision of ['deny', '', 'ALLOW']) {
      const { status, location, text } = await decide({ decision });
      expect([status, location]).toEqual([200, null]);
      expect(text).toContain('may not act for you');
    }
    const codes = await world.app.store.readWith((session) =>
      session.query((db) => db.selectFrom('authorization_code').selectAll()),
    );
    expect(codes).toEqual([]);
  });
});
