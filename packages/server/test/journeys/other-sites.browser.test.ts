import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser, type OpenWindow } from '../browser.ts';
import { browserOf, givePassword, PASSWORD } from '../scenes/sign-in.ts';
import { createWorld, type World } from '../world.ts';

/*
 * What pages of others can make the browser of somebody do who is signed in. They lie at another port of the portal's
 * own name: to a browser that is the same site, so that it sends the cookie along with everything.
 */

describeInBrowser('a page of another site', (open) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
    await givePassword(world, world.bob.id);
  });
  afterAll(() => world.close());

  /** Alice, signed in, looks at a page that `markup` makes. */
  async function lure(open: OpenWindow, markup: string) {
    const { page, context } = await open();
    const [name = '', value = ''] = (await browserOf(world, world.alice.id)).cookie.split('=');
    await context.addCookies([{ name, value, url: world.app.pagesUrl }]);
    const site = await world.handler();
    site.answer = () => ({ status: 200, headers: { 'content-type': 'text/html' }, body: markup });
    await page.goto(site.url.replace('127.0.0.1', new URL(world.app.pagesUrl).hostname));
    return page;
  }

  /** Who is signed in there now. */
  async function nameIn(page: Awaited<ReturnType<typeof lure>>): Promise<string | null> {
    await page.goto(`${world.app.pagesUrl}/logout`);
    return page.locator('header ~ main p').textContent();
  }

  const form = (path: string, fields: Record<string, string>) =>
    `<form method="post" action="${world.app.pagesUrl}${path}">${Object.entries(fields)
      .map(([name, value]) => `<input name="${name}" value="${value}">`)
      .join('')}</form><script>document.forms[0].submit()</script>`;

  it('signs nobody out', async () => {
    const page = await lure(open, form('/logout', { csrf: 'guessed' }));
    await page.getByText('You are signed in as Alice Arden.').waitFor();
    expect(await nameIn(page)).toBe('You are signed in as Alice Arden.');
  });

  it('signs nobody in as somebody else', async () => {
    const page = await lure(open, form('/login', { login: 'bob', password: PASSWORD }));
    expect(await page.getByRole('alert').textContent()).toMatch(/came from another site/);
    expect(await nameIn(page)).toBe('You are signed in as Alice Arden.');
  });

  it('calls no method, by a form or by a script, and reads nothing', async () => {
    const path = `/rest/im.message.add?DIALOG_ID=chat${world.groupChatId}&MESSAGE=forged`;
    const page = await lure(open, form(path, {}));
    await page.getByText('NO_AUTH_FOUND').waitFor();
    const script = await lure(open, '<p>waiting</p>');
    const answers = await script.evaluate(
      (url) =>
        Promise.all(
          (['no-cors', 'cors'] as const).map((mode) =>
            fetch(url, { method: 'POST', credentials: 'include', mode }).then(
              (answer) => answer.type,
              () => 'kept back',
            ),
          ),
        ),
      world.app.pagesUrl + path,
    );
    expect(answers).toEqual(['opaque', 'kept back']);
    const { messages } = await world.alice.ok('im.dialog.messages.get', { DIALOG_ID: `chat${world.groupChatId}` });
    expect(messages).toEqual([]);
  });

  it('shows none of our pages in a frame', async () => {
    const page = await lure(open, `<iframe src="${world.app.pagesUrl}/login"></iframe>`);
    await page.waitForLoadState('networkidle');
    expect(await page.frames()[1]?.getByLabel('Password').count()).toBe(0);
  });
});
