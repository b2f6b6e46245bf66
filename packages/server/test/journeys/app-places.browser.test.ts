import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { barriersOn, describeInBrowser } from '../browser.ts';
import { message } from '../scenes/conversation.ts';
import { applicationOn } from '../scenes/frames.ts';
import { expectEventsToExplain, openMessenger } from '../scenes/messenger.ts';
import { placed } from '../scenes/placements.ts';
import type { TestApplication } from '../test-application.ts';
import { createWorld, type Handler, type World } from '../world.ts';

describeInBrowser('an application in the messenger', (open) => {
  let world: World;
  let handler: Handler;
  let application: TestApplication;
  let team: string;
  beforeEach(async () => {
    world = await createWorld();
    team = `chat${world.groupChatId}`;
    await world.alice.ok('im.message.add', { DIALOG_ID: team, MESSAGE: 'Rain tomorrow?' });
    handler = await world.handler();
    handler.answer = ({ body }) => ({
      status: 200,
      headers: { 'content-type': 'text/html' },
      body: `<!doctype html><html lang="en"><title>Weather</title><p>${body.PLACEMENT} ${body.PLACEMENT_OPTIONS}</p>`,
    });
    application = await placed(world);
  });
  afterEach(() => world.close());

  const bind = (PLACEMENT: string, TITLE: string, OPTIONS: object = {}, more: object = {}) =>
    application.ok('placement.bind', {
      PLACEMENT,
      HANDLER: handler.url,
      TITLE,
      OPTIONS: { iconName: 'fa-cloud', ...OPTIONS },
      ...more,
    });
  const dialog = (page: Page, name: string) => page.getByRole('dialog', { name });

  it('opens from the field, beside a chat, from a message and from the bar, and is told from where', async () => {
    await bind('IM_TEXTAREA', 'Forecast', { color: 'ORANGE', width: 60, height: '50' });
    await bind('IM_SIDEBAR', 'Weather here', {}, { DESCRIPTION: 'Where the others are' });
    await bind('IM_CONTEXT_MENU', 'Look up the weather');
    await bind('IM_NAVIGATION', 'Weather', {}, { LANG_ALL: { en: { TITLE: 'All weather' } } });
    const page = await openMessenger(world, open, world.bob.id, { path: `/chat/${team}` });

    await page.getByRole('button', { name: 'Forecast' }).click();
    await applicationOn(page).getByText(`IM_TEXTAREA {"dialogId":"${team}","URI":"/online/"}`).waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await dialog(page, 'Forecast').getByRole('button', { name: 'Close' }).click();

    await message(page, 'Rain tomorrow?').locator('[class*=bubble]').first().click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Look up the weather' }).click();
    const [{ id } = { id: 0 }] = (await world.bob.ok('im.dialog.messages.get', { DIALOG_ID: team })).messages;
    const about = `IM_CONTEXT_MENU {"messageId":"${id}","dialogId":"${team}","URI":"/online/"}`;
    await applicationOn(page).getByText(about).waitFor();
    await page.keyboard.press('Escape');
    await dialog(page, 'Look up the weather').waitFor({ state: 'detached' });

    await page.getByRole('button', { name: 'Details', exact: true }).click();
    await page.getByRole('button', { name: 'Weather here Where the others are' }).click();
    await applicationOn(page).getByText(`IM_SIDEBAR {"dialogId":"${team}","URI":"/online/"}`).waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Back' }).click();

    await page.getByRole('link', { name: 'All weather' }).click();
    await page.getByRole('heading', { name: 'All weather' }).waitFor();
    await applicationOn(page).getByText('IM_NAVIGATION {"URI":"/online/"}').waitFor();
    expect(await barriersOn(page)).toEqual([]);
  });

  it('appears and goes as it is bound, for those whom it is meant for, in the chats that it is meant for', async () => {
    await world.alice.ok('im.message.add', { DIALOG_ID: world.dana.id, MESSAGE: 'Hello Dana' });
    await bind('IM_TEXTAREA', 'For groups', { context: 'CHAT' });
    const pages = await Promise.all(
      [world.alice, world.bob, world.dana].map((who) =>
        openMessenger(world, open, who.id, { path: `/chat/${who === world.dana ? world.alice.id : team}` }),
      ),
    );
    const [alice, bob, dana] = pages as [Page, Page, Page];
    const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
    await button(bob, 'For groups').waitFor();
    await bind('IM_TEXTAREA', 'For people', { context: 'USER;LINES', extranet: 'Y' });
    await button(dana, 'For people').waitFor();
    await bind('IM_TEXTAREA', 'For admins', { role: 'ADMIN' });
    await button(alice, 'For admins').waitFor();
    const names = ['For groups', 'For people', 'For admins'];
    const seen = (page: Page) => Promise.all(names.map((name) => button(page, name).count()));
    expect([await seen(alice), await seen(bob), await seen(dana)]).toEqual([
      [1, 0, 1],
      [1, 0, 0],
      [0, 1, 0],
    ]);
    for (const title of ['One more', 'And another']) await bind('IM_TEXTAREA', title);
    await alice.getByRole('button', { name: 'Applications', exact: true }).click();
    await alice.getByRole('menuitem', { name: 'And another' }).waitFor();
    await alice.keyboard.press('Escape');
    await application.ok('placement.unbind', { PLACEMENT: 'IM_TEXTAREA' });
    await button(bob, 'For groups').waitFor({ state: 'detached' });
    for (const page of pages) await expectEventsToExplain(page);
  });

  it('that does not answer is said to, and is asked again', async () => {
    const address = await addressOfNobody();
    await bind('IM_TEXTAREA', 'Forecast', {}, { HANDLER: address });
    const page = await openMessenger(world, open, world.bob.id, { path: `/chat/${team}`, colorScheme: 'dark' });
    await page.getByRole('button', { name: 'Forecast' }).click();
    await page.getByText('Forecast cannot be reached').waitFor();
    expect(await barriersOn(page)).toEqual([]);
    // That it is loading may be over before anybody looks.
    const asked = page.waitForRequest((request) => request.url().startsWith(address));
    await page.getByRole('button', { name: 'Try again' }).click();
    await asked;
    await page.getByText('Forecast cannot be reached').waitFor();
  });

  it('that is removed while it is open is taken away', async () => {
    await bind('IM_SIDEBAR', 'Weather here');
    const page = await openMessenger(world, open, world.bob.id, { path: `/chat/${team}` });
    await page.getByRole('button', { name: 'Details', exact: true }).click();
    await page.getByRole('button', { name: 'Weather here' }).click();
    await applicationOn(page).getByText('IM_SIDEBAR').waitFor();
    await application.remove();
    await page.getByText('Weather here is no longer here').waitFor();
    expect(await page.locator('iframe').count()).toBe(0);
    expect(await barriersOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Back' }).click();
    await page.getByRole('button', { name: 'Weather here' }).waitFor({ state: 'detached' });
  });
});

/** Where somebody listened a moment ago, and nobody does. */
async function addressOfNobody(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return `http://127.0.0.1:${port}/`;
}
