import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { browserOf, type SignedInBrowser } from '../scenes/sign-in.ts';
import type { TestApplication } from '../test-application.ts';
import { createWorld, post, type World } from '../world.ts';

let world: World;
let application: TestApplication;
let alice: SignedInBrowser;
let bob: SignedInBrowser;

beforeEach(async () => {
  world = await createWorld();
  application = await world.application({
    title: 'Weather',
    isApiOnly: false,
    handlerUrl: 'https://bots.example.com/weather?tenant=7',
    installUrl: 'https://install.example.com/',
  });
  [alice, bob] = [await browserOf(world, world.alice.id), await browserOf(world, world.bob.id)];
});
afterEach(() => world.close());

async function open({ cookie }: { readonly cookie: string }, id: number | string = application.id, query = '') {
  const response = await fetch(`${world.app.url}/apps/${id}/frame${query}`, {
    headers: { cookie },
    redirect: 'manual',
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

async function ask(what: string, { cookie, csrf }: SignedInBrowser, more: Record<string, string> = {}) {
  const response = await fetch(`${world.app.url}/apps/${application.id}/${what}`, {
    method: 'POST',
    headers: { cookie, origin: world.app.url, ...more },
    body: new URLSearchParams({ csrf }),
  });
  // biome-ignore lint/suspicious/noExplicitAny: a wrong guess fails the test.
  return { status: response.status, body: (await response.json()) as any };
}

describe('the page around an application', () => {
  it('shows its installation until that is finished, and its own page from then on', async () => {
    expect((await open(alice)).text).toContain('action="https://install.example.com/?DOMAIN=');
    await application.finishInstallation();
    expect((await open(bob)).text).toContain('action="https://bots.example.com/weather?tenant=7&#38;DOMAIN=');
  });

  it('posts what libraries read without asking, options of its placement among it (R45)', async () => {
    const { text } = await open(alice);
    const posted = new Map(
      Array.from(text.matchAll(/name="(\w+)" value="([^"]*)"/g), ([, name, value]) => [name, value]),
    );
    expect(JSON.parse(posted.get('PLACEMENT_OPTIONS') ?? 'missing')).toEqual({});
    expect([...posted.keys()]).toEqual(
      expect.arrayContaining(['AUTH_ID', 'REFRESH_ID', 'AUTH_EXPIRES', 'member_id', 'status', 'PLACEMENT']),
    );
  });

  it('lets in the application that it is for, and runs no script but ours', async () => {
    const policy = (await open(alice)).headers.get('content-security-policy');
    expect(policy).toMatch(
      /script-src 'sha256-[^' ]+'; connect-src https:\/\/install\.example\.com; frame-src https:\/\/install\.example\.com;/,
    );
    expect(policy).toContain("form-action 'self' https://install.example.com;");
    expect(policy).toContain("frame-ancestors 'self'");
  });

  it('is for people who are signed in and may use it', async () => {
    const stranger = await open({ cookie: '' });
    expect([stranger.status, stranger.text]).toEqual([401, expect.stringContaining('You are signed out')]);
    const early = await open(bob);
    expect([early.status, early.text]).toEqual([403, expect.stringContaining('not fully installed yet')]);
    const { id } = await world.application({ isApiOnly: false, allowedUserIds: [1] });
    expect((await open(bob, id)).status).toBe(403);
  });

  it('is not there for what has no pages, is not registered, or is gone', async () => {
    const { id: withoutPages } = await world.application();
    await world.bot({ clientId: 'named' });
    for (const id of [withoutPages, withoutPages + 1, 999_999, '0', 'x', '9'.repeat(30)])
      expect((await open(alice, id)).status).toBe(404);
    await application.remove();
    expect((await open(alice)).status).toBe(404);
  });
});

describe('the page around a placement', () => {
  const HANDLER = 'https://bots.example.com/panel';
  let placed: TestApplication;
  beforeEach(async () => {
    const installUrl = 'https://install.example.com/';
    placed = await world.application({ title: 'Weather', isApiOnly: false, scope: ['placement'], installUrl });
  });

  async function bind(options: Record<string, string> = {}, more: Record<string, unknown> = {}): Promise<string> {
    const params = { PLACEMENT: 'IM_SIDEBAR', HANDLER, OPTIONS: { iconName: 'fa-cloud', ...options }, ...more };
    expect(await placed.ok('placement.bind', params)).toBe(true);
    const all = await world.app.store.read((work) => work.placements.listOfPortal(1));
    return `?placement=${all.at(-1)?.id}`;
  }

  it('posts to its own handler, with the name of the place', async () => {
    const query = await bind();
    await placed.finishInstallation();
    const { text } = await open(bob, placed.id, query);
    expect(text).toContain(`action="${HANDLER}?DOMAIN=`);
    expect(text).toContain('name="PLACEMENT" value="IM_SIDEBAR"');
  });

  it('is there for those whom it is shown to, once the application is installed', async () => {
    const dana = await browserOf(world, world.dana.id);
    const [all, guests, admins] = [await bind(), await bind({ extranet: 'Y' }), await bind({ role: 'ADMIN' })];
    const seen = async (who: SignedInBrowser) =>
      Promise.all([all, guests, admins].map(async (query) => (await open(who, placed.id, query)).status));
    expect(await seen(alice)).toEqual([404, 404, 404]);
    await placed.finishInstallation();
    expect([await seen(alice), await seen(bob), await seen(dana)]).toEqual([
      [200, 200, 200],
      [200, 200, 404],
      [404, 200, 404],
    ]);
  });

  it('is not opened as that of another application, or once it is gone', async () => {
    const query = await bind();
    await placed.finishInstallation();
    await application.finishInstallation();
    for (const wrong of ['?placement=0', '?placement=999', '?placement=x', '?placement=', '?placement=1&placement=2'])
      expect((await open(bob, placed.id, wrong)).status).toBe(404);
    expect((await open(bob, application.id, query)).status).toBe(404);
    await placed.ok('placement.unbind', { PLACEMENT: 'IM_SIDEBAR' });
    expect((await open(bob, placed.id, query)).text).toContain('no longer opened here');
  });
});

describe('on behalf of an application, its page', () => {
  it('asks for fresh tokens of whoever is there', async () => {
    await application.finishInstallation();
    const { status, body } = await ask('tokens', bob);
    expect([status, Object.keys(body)]).toEqual([200, ['AUTH_ID', 'AUTH_EXPIRES', 'REFRESH_ID']]);
    const { body: profile } = await post(`${world.app.url}/rest/profile`, { auth: body.AUTH_ID });
    expect(profile.result.NAME).toBe('Bob');
  });

  it('says that the installation is finished, which only an administrator can', async () => {
    expect((await ask('installed', bob)).status).toBe(403);
    expect((await application.ok('app.info')).INSTALLED).toBe(false);
    expect((await ask('installed', alice)).status).toBe(200);
    expect((await application.ok('app.info')).INSTALLED).toBe(true);
  });

  it('is not believed when it is a page of another site, or does not know the secret of the session', async () => {
    for (const what of ['tokens', 'installed']) {
      const refused = { status: 403, body: { error: 'not_meant' } };
      expect(await ask(what, alice, { origin: 'https://bots.example.com' })).toEqual(refused);
      expect(await ask(what, { ...alice, csrf: bob.csrf })).toEqual(refused);
      expect(await ask(what, { ...alice, cookie: '' })).toEqual(refused);
    }
    expect((await application.ok('app.info')).INSTALLED).toBe(false);
  });
});
