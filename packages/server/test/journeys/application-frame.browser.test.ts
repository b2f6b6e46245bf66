import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '../browser.ts';
import { applicationOn } from '../scenes/frames.ts';
import { givePassword, PASSWORD } from '../scenes/sign-in.ts';
import { createWorld, type Handler, type World } from '../world.ts';

/*
 * An application on the machine of the portal, at another port: its page opens in its frame with nothing to configure, and
 * its server is never sent what keeps its visitor signed in.
 */

describeInBrowser('the page of an application on the same machine', (open) => {
  let world: World;
  let handler: Handler;
  beforeAll(async () => {
    world = await createWorld();
    await givePassword(world, world.alice.id);
    handler = await world.handler();
    handler.answer = () => ({ status: 200, headers: { 'content-type': 'text/html' }, body: MARKUP });
  });
  afterAll(() => world.close());

  const cookies = () => handler.received.map(({ headers }) => headers.cookie);
  const at = (hostname: string) => handler.url.replace('127.0.0.1', hostname);

  async function signIn(page: Page, origin: string): Promise<void> {
    await page.goto(`${origin}/login`);
    await page.getByLabel('E-mail address or name').fill('alice');
    await page.getByLabel('Password').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Chats' }).waitFor();
  }

  it.each(['127.0.0.1', 'localhost'])('opens at %s, and gets no cookie of the portal', async (hostname) => {
    const { id } = await world.application({ title: 'Weather', isApiOnly: false, handlerUrl: at(hostname) });
    const { page, context } = await open();
    // As somebody types it: they are led to the name of the pages before they are signed in.
    await signIn(page, world.app.url.replace('127.0.0.1', hostname));
    expect(new URL(page.url()).origin).toBe(world.app.pagesUrl);
    expect((await context.cookies()).map(({ name, domain }) => [name, domain])).toEqual([
      ['botyard_session', new URL(world.app.pagesUrl).hostname],
    ]);
    await page.goto(`${world.app.url}/apps/${id}/`);
    const frame = applicationOn(page);
    await frame.getByText('It rains').waitFor();
    // In a window of its own, too, where more cookies are sent than in a frame.
    const [popup] = await Promise.all([context.waitForEvent('page'), frame.getByText('Forecast').click()]);
    await popup.getByText('It rains').waitFor();
    expect(handler.received.some(({ url }) => url.includes('forecast'))).toBe(true);
    expect(cookies().filter((cookie) => cookie !== undefined)).toEqual([]);
  });

  it('is not opened at the name of the portal’s own pages', async () => {
    // A handler of its own: windows of the other tests may still ask theirs for an icon.
    const unopened = await world.handler();
    const handlerUrl = unopened.url.replace('127.0.0.1', new URL(world.app.pagesUrl).hostname);
    const { id } = await world.application({ isApiOnly: false, handlerUrl });
    const { page } = await open();
    await signIn(page, world.app.pagesUrl);
    await page.goto(`${world.app.pagesUrl}/apps/${id}/`);
    await page.frameLocator('iframe').getByRole('heading', { name: 'This application could act as you' }).waitFor();
    expect(unopened.received).toEqual([]);
  });
});

const MARKUP = `<!doctype html><html lang="en"><title>Weather</title><p>It rains</p>
<a href="?forecast" target="_blank">Forecast</a>`;
