import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { barriersOn, describeInBrowser } from '../browser.ts';
import { applicationOn } from '../scenes/frames.ts';
import { browserOf, givePassword, PASSWORD } from '../scenes/sign-in.ts';
import { type Answer, createWorld, type Handler, post, type World } from '../world.ts';

describeInBrowser('an application', (open) => {
  let world: World;
  let handler: Handler;
  beforeEach(async () => {
    world = await createWorld();
    handler = await world.handler();
  });
  afterEach(() => world.close());

  const call = (method: string, auth: string) => post(`${world.app.url}/rest/${method}`, { auth });
  const seen = ({ status, body }: Answer) => ({ status, error: body.error });

  it('is let in by somebody, acts for them, renews its tokens, and is shut out again', async () => {
    await givePassword(world, world.bob.id);
    const application = await world.application({ title: 'Weather', scope: ['im'], handlerUrl: handler.url });
    await world.settled();
    const { page } = await open();
    await page.goto(`${world.app.pagesUrl}/oauth/authorize/?client_id=${application.clientId}&state=a%26b`);
    expect(await page.title()).toBe('Sign in to Botyard');
    await page.getByLabel('E-mail address or name').fill('bob');
    await page.getByLabel('Password').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'May “Weather” act for you?' }).waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Allow' }).click();
    await page.waitForURL(`${handler.url}?*`);
    const { code = '', state } = Object.fromEntries(new URL(page.url()).searchParams);
    expect(state).toBe('a&b');

    const { body: first } = await application.fetchTokens({ grant_type: 'authorization_code', code });
    expect((await call('profile', first.access_token)).body.result.NAME).toBe('Bob');
    expect(seen(await call('imbot.bot.list', first.access_token)).error).toBe('insufficient_scope');
    world.clock.advance(3_600_000);
    expect(seen(await call('profile', first.access_token))).toEqual({ status: 401, error: 'expired_token' });

    const refresh = (refresh_token: string) => application.fetchTokens({ grant_type: 'refresh_token', refresh_token });
    const { body: second } = await refresh(first.refresh_token);
    expect((await call('profile', second.access_token)).status).toBe(200);
    world.clock.advance(61_000);
    expect(seen(await refresh(first.refresh_token))).toEqual({ status: 400, error: 'invalid_grant' });
    expect(seen(await refresh(second.refresh_token))).toEqual({ status: 400, error: 'invalid_grant' });

    await application.remove();
    expect(seen(await call('profile', second.access_token))).toEqual({ status: 401, error: 'APPLICATION_NOT_FOUND' });
    await page.goto(`${world.app.pagesUrl}/oauth/authorize/?client_id=${application.clientId}`);
    await page.getByRole('heading', { name: 'There is no such application here' }).waitFor();
    expect(await barriersOn(page)).toEqual([]);
  });

  it('that is not let in learns nothing', async () => {
    const application = await world.application({ title: 'Weather', handlerUrl: handler.url });
    await world.settled();
    const told = handler.received.length;
    const { page, context } = await open({ colorScheme: 'dark', viewport: { width: 360, height: 740 } });
    await signIn(context, world.bob.id);
    await page.goto(`${world.app.pagesUrl}/oauth/authorize/?client_id=${application.clientId}`);
    expect(await barriersOn(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    await page.getByRole('button', { name: 'Deny' }).click();
    await page.getByRole('heading', { name: '“Weather” may not act for you' }).waitFor();
    expect(handler.received).toHaveLength(told);
  });

  it("with pages installs itself in a frame, with the vendor's own library", async () => {
    const application = await world.application({
      title: 'Weather',
      isApiOnly: false,
      handlerUrl: handler.url,
      installUrl: `${handler.url}/install`,
    });
    handler.answer = ({ url }) => ({
      status: 200,
      headers: { 'content-type': url === '/sdk.js' ? 'text/javascript' : 'text/html' },
      body: url === '/sdk.js' ? SDK : url.startsWith('/handler/install') ? INSTALLATION : MAIN,
    });
    const { page: bobs, context } = await open();
    await signIn(context, world.bob.id);
    await bobs.goto(`${world.app.pagesUrl}/apps/${application.id}/`);
    await bobs.frameLocator('iframe').getByText('The application is not fully installed yet.').waitFor();

    const { page: alices, context: hers } = await open();
    await signIn(hers, world.alice.id);
    await alices.goto(`${world.app.pagesUrl}/apps/${application.id}/`);
    const frame = applicationOn(alices);
    await frame.getByText('Weather is ready for Alice').waitFor();
    expect(await barriersOn(alices)).toEqual([]);
    expect(await frame.getByText('kept: for Alice').isVisible()).toBe(true);
    expect(Object.values(await world.alice.ok('imbot.bot.list'))).toMatchObject([{ CODE: 'weather' }]);
    expect((await application.ok('app.info')).INSTALLED).toBe(true);

    const opened = handler.received.find(({ url }) => url.startsWith('/handler/install'));
    const host = new URL(world.app.url).host;
    expect(Object.fromEntries(new URL(opened?.url ?? '', handler.url).searchParams)).toEqual({
      DOMAIN: host,
      PROTOCOL: '0',
      LANG: 'en',
      APP_SID: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
    expect(opened?.body).toMatchObject({
      AUTH_EXPIRES: '3600',
      SERVER_ENDPOINT: `${world.app.url}/rest/`,
      APPLICATION_TOKEN: application.applicationToken,
      APPLICATION_SCOPE: 'im,imbot,user',
      status: 'L',
      PLACEMENT: 'DEFAULT',
    });
    const { body } = await application.fetchTokens({
      grant_type: 'refresh_token',
      refresh_token: opened?.body.REFRESH_ID,
    });
    expect(body.user_id).toBe(world.alice.id);

    await bobs.reload();
    await applicationOn(bobs).getByText('Weather is ready for Bob').waitFor();
  });

  it('gets no answer to what is asked under another name, or by a window within it', async () => {
    const application = await world.application({ isApiOnly: false, handlerUrl: handler.url });
    handler.answer = ({ url }) => ({
      status: 200,
      headers: { 'content-type': 'text/html' },
      body: `<p></p>${url.startsWith('/inner') ? '' : '<iframe src="/inner"></iframe>'}<script>
        addEventListener('message', ({ data }) => document.querySelector('p').append(data + ' '));
        const sid = location.pathname === '/inner' ? parent.name.split('|')[2] : 'another';
        (location.pathname === '/inner' ? parent.parent : parent).postMessage('getInitData:key:' + sid, '*');
      </script>`,
    });
    const { page, context } = await open();
    await signIn(context, world.alice.id);
    // Whatever is answered is answered before this: messages between two windows keep their order.
    await page.addInitScript(
      "if (location.pathname.endsWith('/frame')) addEventListener('DOMContentLoaded', () => addEventListener('message', ({ source }) => source.postMessage('over', '*')))",
    );
    await page.goto(`${world.app.pagesUrl}/apps/${application.id}/`);
    const outer = applicationOn(page);
    for (const frame of [outer, outer.frameLocator('iframe')]) {
      await frame.getByText('over').waitFor();
      expect(await frame.locator('p').textContent()).toBe('over ');
    }
  });

  async function signIn(context: Parameters<typeof addCookie>[0], userId: number): Promise<void> {
    await addCookie(context, world.app.pagesUrl, (await browserOf(world, userId)).cookie);
  }
});

async function addCookie(
  context: { addCookies(cookies: { name: string; value: string; url: string }[]): Promise<void> },
  url: string,
  cookie: string,
): Promise<void> {
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, url }]);
}

/** As pages take it from a script tag. */
const SDK = readFileSync(
  new URL('../umd/index.min.js', pathToFileURL(createRequire(import.meta.url).resolve('@bitrix24/b24jssdk'))),
  'utf8',
);

const page = (script: string) => `<!doctype html><html lang="en"><title>Weather</title><p id="said">...</p>
<script src="/sdk.js"></script><script type="module">
const say = (text) => { document.getElementById('said').textContent = text; };
const portal = await B24Js.initializeB24Frame();
const call = async (method, params = {}) => {
  const answer = await portal.actions.v2.call.make({ method, params });
  if (!answer.isSuccess) throw new Error(answer.getErrorMessages().join());
  return answer.getData().result;
};
try { ${script} } catch (error) { say(String(error)); }
</script>`;

/** What an installation page does: brings a bot here, keeps something, and says that it is done. */
const INSTALLATION = page(`
  await call('imbot.register', { CODE: 'weather', EVENT_HANDLER: location.origin + '/handler', PROPERTIES: { NAME: 'Weather' } });
  await portal.options.userSet('name', 'for ' + (await call('profile')).NAME);
  await portal.installFinish();
`);

const MAIN = page(`
  await portal.auth.refreshAuth();
  const { NAME } = await call('profile');
  say('Weather is ready for ' + NAME);
  try {
    const kept = document.createElement('p');
    kept.textContent = 'kept: ' + portal.options.userGet('name');
    document.body.append(kept);
  } catch {}
`);
