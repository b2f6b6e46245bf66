import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { barriersOn, describeInBrowser } from '../browser.ts';
import { message, write } from '../scenes/conversation.ts';
import { applicationOn } from '../scenes/frames.ts';
import { openMessenger, openSignedIn } from '../scenes/messenger.ts';
import { askAsAlice } from '../scenes/person-asks.ts';
import { createWorld, type Handler, type World } from '../world.ts';

/** Their headings, and what stands there once they are loaded. */
const PAGES = [
  ['/bots', 'Bots', 'calls refused'],
  ['/deliveries', 'Deliveries', 'ONIMBOTMESSAGEADD'],
  ['/calls', 'Calls', 'MESSAGE_EMPTY'],
  ['/api/im.message.add', 'API explorer', 'DIALOG_ID (required)'],
  ['/apps', 'Applications', 'No application yet'],
  ['/webhooks', 'Webhooks', 'First webhook'],
  ['/people', 'People', 'Carol Cedar'],
  ['/departments', 'Departments', 'Company'],
  ['/data', 'Data and disk', 'Calls in the log'],
] as const;

describeInBrowser('the pages for builders and administrators', (open) => {
  let world: World;
  let handler: Handler;
  let botId: number;
  beforeEach(async () => {
    world = await createWorld();
    handler = await world.handler();
    botId = await world.bot({ handler, more: { PROPERTIES: { NAME: 'Weather' } } });
  });
  afterEach(() => world.close());

  const go = (page: Page, path: string) => page.goto(world.app.pagesUrl + path);

  it.each(['light', 'dark'] as const)('can be read by everybody, in %s colours and on a phone', async (colorScheme) => {
    await world.alice.ok('im.message.add', { DIALOG_ID: String(botId), MESSAGE: 'hello' });
    await world.alice.call('imbot.message.add', { BOT_ID: botId, DIALOG_ID: '1', MESSAGE: '', CLIENT_ID: 'test-app' });
    await world.settled();
    const page = await openSignedIn(world, open, world.alice.id, { colorScheme });
    for (const [path, heading, text] of PAGES) {
      await go(page, path);
      await page.getByRole('heading', { name: heading, level: 1 }).waitFor();
      await page.getByText(text).first().waitFor();
      expect({ path, barriers: await barriersOn(page) }).toEqual({ path, barriers: [] });
      await page.setViewportSize({ width: 390, height: 844 });
      expect({ path, width: await page.evaluate('document.documentElement.scrollWidth') }).toEqual({
        path,
        width: 390,
      });
      await page.setViewportSize({ width: 1280, height: 800 });
    }
  });

  it('retry a dead letter once its handler is mended', async () => {
    handler.answer = () => ({ status: 500, body: 'broken' });
    await askAsAlice(world, 'bot.retries', { bot: String(botId), isOn: false });
    await world.bob.ok('im.message.add', { DIALOG_ID: String(botId), MESSAGE: 'will it rain?' });
    const page = await openMessenger(world, open, world.alice.id, { path: '/deliveries' });
    await page.getByRole('row', { name: /ONIMBOTMESSAGEADD.*dead/ }).click();
    await page.getByText('Try 1 · 500').waitFor();
    expect(await barriersOn(page)).toEqual([]);

    handler.answer = () => ({ status: 200 });
    await page.getByRole('button', { name: 'Retry' }).click();
    await page.getByText('Try 2 · 200').waitFor();
    await page.getByRole('combobox', { name: 'Result' }).selectOption('delivered');
    await page.getByRole('row', { name: /ONIMBOTMESSAGEADD.*200/ }).waitFor();
    expect(handler.events('ONIMBOTMESSAGEADD')).toHaveLength(2);
    await page.getByRole('row', { name: /ONIMBOTJOINCHAT/ }).waitFor({ state: 'detached' });
    await page.getByRole('combobox', { name: 'Result' }).selectOption('dead');
    await page.getByRole('row', { name: /ONIMBOTJOINCHAT.*dead/ }).waitFor();
    await page.getByRole('row', { name: /ONIMBOTMESSAGEADD/ }).waitFor({ state: 'detached' });
  });

  it('pause a bot, and make a method fail', async () => {
    const page = await openMessenger(world, open, world.alice.id, { path: '/bots' });
    const card = page.getByRole('article', { name: 'Weather' });
    await card.getByRole('button', { name: 'Pause' }).click();
    await card.getByText('paused').waitFor();
    await card.getByRole('button', { name: 'Resume' }).click();
    await card.getByText('paused').waitFor({ state: 'detached' });

    await go(page, '/deliveries');
    await page.getByRole('button', { name: 'Faults' }).click();
    await page.getByLabel('Method').fill('profile');
    await page.getByLabel('Error code').fill('QUERY_LIMIT_EXCEEDED');
    await page.getByRole('button', { name: 'Let it fail' }).click();
    await page.getByText('1 call more').waitFor();
    expect(await barriersOn(page)).toEqual([]);
    expect((await world.bob.call('profile')).body.error).toBe('QUERY_LIMIT_EXCEEDED');
  });

  it('try a method, show the call in the log, and repeat it', async () => {
    const page = await openMessenger(world, open, world.alice.id, { path: '/api' });
    await page.getByRole('searchbox', { name: 'Find a method' }).fill('im.message.add');
    await page.getByRole('link', { name: /^im\.message\.add/ }).click();
    await page.getByLabel('DIALOG_ID (required)').fill('2');
    await page.getByLabel('MESSAGE', { exact: true }).fill('From the explorer');
    await page.getByText(`'{"DIALOG_ID":"2","MESSAGE":"From the explorer"}'`).waitFor();
    await page.getByRole('button', { name: 'Try it' }).click();
    await page.getByRole('heading', { name: 'Answer 200' }).waitFor();
    const texts = async () =>
      (await world.bob.ok('im.dialog.messages.get', { DIALOG_ID: '1' })).messages.map(
        ({ text }: { text: string }) => text,
      );
    expect(await texts()).toEqual(['From the explorer']);

    await go(page, '/calls');
    await page.getByRole('row', { name: /im\.message\.add/ }).click();
    await page.getByRole('button', { name: 'Repeat' }).click();
    await page.getByText('in your name').waitFor();
    expect(await texts()).toEqual(['From the explorer', 'From the explorer']);

    const ofPages = page.getByRole('row', { name: /im\.notify\.get/ });
    await ofPages.first().waitFor();
    await page.getByRole('combobox', { name: 'Caller' }).selectOption('Programs');
    await ofPages.first().waitFor({ state: 'detached' });
    await page
      .getByRole('row', { name: /im\.dialog\.messages\.get.*Bob Birch/ })
      .first()
      .waitFor();
  });

  it('make an application that opens in its frame', async () => {
    handler.answer = () => ({
      status: 200,
      headers: { 'content-type': 'text/html' },
      body: '<!doctype html><html lang="en"><title>Rain</title><h1>It rains</h1></html>',
    });
    const page = await openMessenger(world, open, world.alice.id, { path: '/apps' });
    await page.getByRole('button', { name: 'New application' }).click();
    await page.getByLabel('Name').fill('Forecast');
    await page.getByLabel('Handler').fill(handler.url);
    expect(await barriersOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Create' }).click();
    const made = page.getByRole('dialog', { name: 'Forecast' });
    await made.getByText('until it says that it is installed').waitFor();
    await made.getByText('BX24.installFinish()').waitFor();
    await page.getByRole('button', { name: 'Show client_secret' }).click();
    expect(await barriersOn(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('link', { name: 'Install' }).click();
    await applicationOn(page).getByText('It rains').waitFor();
  });

  it('make webhooks, invite people and let them go', async () => {
    const page = await openMessenger(world, open, world.alice.id, { path: '/webhooks' });
    await page.getByRole('button', { name: 'New incoming webhook' }).click();
    await page.getByLabel('What it is for').fill('For trying');
    await page.getByRole('button', { name: 'Create' }).click();
    await page.getByRole('heading', { name: 'For trying' }).waitFor();
    await page.getByText('im, imbot, user, disk · until it is revoked').nth(1).waitFor();

    await page.getByRole('button', { name: 'New outgoing webhook' }).click();
    await page.getByLabel('What it is for').fill('For hearing');
    await page.getByLabel('Address that is told').fill(handler.url);
    const create = page.getByRole('button', { name: 'Create' });
    expect(await create.isDisabled()).toBe(true);
    await page.getByRole('checkbox', { name: 'ONUSERADD' }).check();
    expect(await barriersOn(page)).toEqual([]);
    await create.click();
    await page.getByText('application_token').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
    await page.getByRole('heading', { name: 'For hearing' }).waitFor();

    await go(page, '/people');
    await page.getByRole('button', { name: 'Invite' }).click();
    await page.getByLabel('First name').fill('Olga');
    await page.getByRole('dialog').getByRole('button', { name: 'Invite' }).click();
    await page.getByText(/\/invite\//).waitFor();
    await page.getByRole('button', { name: 'Close' }).last().click();
    const row = page.getByRole('row', { name: /Carol/ });
    await row.getByRole('button', { name: 'Dismiss' }).click();
    expect(await barriersOn(page)).toEqual([]);
    await page.getByRole('alertdialog').getByRole('button', { name: 'Dismiss' }).click();
    await row.getByText('Dismissed').waitFor();
    const { people } = await askAsAlice(world, 'user.list', {});
    expect(people.map(({ name }: { name: string }) => name)).toEqual(['Alice', 'Bob', 'Dana', 'Olga']);
  });

  it('are not there for an ordinary person', async () => {
    const page = await openSignedIn(world, open, world.bob.id);
    for (const [path] of PAGES) {
      await go(page, path);
      await page.getByRole('heading', { name: 'There is nothing at this address' }).waitFor();
    }
    const links = await page.getByRole('navigation').getByRole('link').count();
    for (const name of ['Bots', 'Deliveries', 'Calls', 'People'])
      expect(await page.getByRole('link', { name, exact: true }).count()).toBe(0);
    expect(links).toBeGreaterThan(0);
  });

  it('show a bot’s owner that bot alone', async () => {
    const own = await world.bob.ok('imbot.register', {
      CODE: 'of-bob',
      TYPE: 'B',
      EVENT_HANDLER: handler.url,
      PROPERTIES: { NAME: 'Of Bob' },
      CLIENT_ID: 'bobs-app',
    });
    for (const bot of [own, botId])
      await world.carol.ok('im.message.add', { DIALOG_ID: String(bot), MESSAGE: 'hello' });
    await world.settled();
    const page = await openMessenger(world, open, world.bob.id);
    await page.getByRole('link', { name: 'Deliveries', exact: true }).click();
    await page
      .getByRole('row', { name: /Of Bob/ })
      .first()
      .waitFor();
    expect(await page.getByRole('row', { name: /Weather/ }).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Faults' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Bots', exact: true }).click();
    await page.getByRole('article', { name: 'Of Bob' }).waitFor();
    expect(await page.getByRole('article').count()).toBe(1);
    expect(await page.getByRole('link', { name: 'People', exact: true }).count()).toBe(0);

    // Nobody has written to it yet: it is in no list of chats.
    await page.getByRole('article').getByRole('link', { name: 'Write to it' }).click();
    await write(page, 'are you there?');
    await message(page, 'are you there?').getByRole('img', { name: 'Sent' }).waitFor();
  });
});
