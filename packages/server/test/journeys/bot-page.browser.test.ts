import { createHash } from 'node:crypto';
import type { Frame, Page } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { barriersOn, describeInBrowser } from '../browser.ts';
import { field, message } from '../scenes/conversation.ts';
import { newLine } from '../scenes/lines.ts';
import { openMessenger } from '../scenes/messenger.ts';
import { CLIENT_ID, createWorld, type World } from '../world.ts';

const HASH = 'd1ab17949a572b0979d8db0d5b349cd2';
const ADDRESS = 'https://desk.example/frame?theme=dark';

/** A page that speaks to the messenger as https://apidocs.bitrix24.com/api-reference/chats/outdated/iframe.html tells. */
const PROGRAM = `<!doctype html><title>Desk</title><h1>Tasks</h1><script>
addEventListener('message', ({ data, source, origin }) => {
  const { action, uniqueLoadId } = JSON.parse(data);
  if (action !== 'init') return;
  window.ask = (what) => source.postMessage(JSON.stringify({ ...what, uniqueLoadId }), origin);
  window.askAsSomebodyElse = (what) => source.postMessage(JSON.stringify({ ...what, uniqueLoadId: 'x' }), origin);
  document.querySelector('h1').textContent = 'Ready';
});
</script>`;

describeInBrowser('the page of a bot', (open) => {
  let world: World;
  let bot: number;
  let referers: (string | undefined)[];
  beforeEach(async () => {
    world = await createWorld();
    bot = await world.bot({ code: 'desk', more: { PROPERTIES: { NAME: 'Service Desk' } } });
    await world.alice.ok('im.message.add', { DIALOG_ID: world.bob.id, MESSAGE: 'Hello Bob' });
    referers = [];
  });
  afterEach(() => world.close());

  const register = (TITLE: string, more: object = {}): Promise<number> =>
    world.alice.ok('imbot.app.register', {
      BOT_ID: bot,
      CODE: TITLE.toLowerCase(),
      CLIENT_ID,
      IFRAME: ADDRESS,
      IFRAME_WIDTH: 350,
      IFRAME_HEIGHT: 150,
      HASH,
      LANG: [{ LANGUAGE_ID: 'en', TITLE }],
      ...more,
    });

  /** Alice's messenger, with Bob's chat in it. */
  async function withBob({ isThere = true } = {}): Promise<Page> {
    const page = await openMessenger(world, open, world.alice.id, { path: `/chat/${world.bob.id}` });
    await page.context().route('https://desk.example/**', (route) => {
      if (!isThere) return route.abort();
      if (route.request().isNavigationRequest()) referers.push(route.request().headers()['referer']);
      return route.fulfill({ contentType: 'text/html', body: PROGRAM });
    });
    return page;
  }
  const panel = (page: Page, name: string) => page.getByRole('dialog', { name, exact: true });
  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

  /** The program in it, once it may speak. */
  async function program(page: Page, name: string): Promise<Frame> {
    const inner = panel(page, name).locator('iframe').contentFrame().locator('iframe');
    await inner.contentFrame().getByRole('heading', { name: 'Ready' }).waitFor();
    const frame = await (await inner.elementHandle())?.contentFrame();
    if (!frame) throw new Error('There is no frame');
    return frame;
  }
  const ask = (frame: Frame, what: object) => frame.evaluate((one) => Object(globalThis).ask(one), what);
  const md5 = (text: string) => createHash('md5').update(text).digest('hex');

  it('is told who opens it where, signed with what the bot registered', async () => {
    const APP_ID = await register('Tasks');
    const page = await withBob();
    await press(page, 'Tasks');
    const { search } = new URL((await program(page, 'Tasks')).url());
    const { origin, hostname } = new URL(world.app.pagesUrl);
    expect(Object.fromEntries(new URLSearchParams(search))).toEqual({
      theme: 'dark',
      BOT_ID: String(bot),
      BOT_CODE: 'desk',
      APP_ID: String(APP_ID),
      APP_CODE: 'tasks',
      DOMAIN: origin,
      DOMAIN_HASH: md5(`${hostname}${HASH}`),
      USER_ID: String(world.alice.id),
      USER_HASH: md5(`${world.alice.id}${HASH}`),
      DIALOG_ID: String(world.bob.id),
      CONTEXT: 'textarea',
      LANG: 'en',
      IS_CHROME: 'Y',
    });
    expect(referers).toEqual([`${origin}/`]);
    const box = await panel(page, 'Tasks').locator('iframe').boundingBox();
    expect([Math.round(box?.width ?? 0), Math.round(box?.height ?? 0)]).toEqual([348, 150]);
    expect(await barriersOn(page)).toEqual([]);
  });

  it('is told which button of which message it is opened from', async () => {
    const APP_ID = await register('Tasks', { HIDDEN: 'Y' });
    const KEYBOARD = { BUTTONS: [{ TEXT: 'Open it', APP_ID, APP_PARAMS: 'task=4127' }] };
    const messageId = await world.alice.ok('imbot.message.add', {
      BOT_ID: bot,
      CLIENT_ID,
      DIALOG_ID: world.alice.id,
      MESSAGE: 'A task',
      KEYBOARD,
    });
    const page = await withBob();
    await page.goto(`${world.app.pagesUrl}/chat/${bot}`);
    await press(page, 'Open it');
    const told = new URL((await program(page, 'Tasks')).url()).searchParams;
    expect(['CONTEXT', 'MESSAGE_ID', 'BUTTON_PARAMS', 'DIALOG_ID'].map((name) => told.get(name))).toEqual([
      'button',
      String(messageId),
      'task=4127',
      String(bot),
    ]);
  });

  it('writes into the field, sends as who opened it, opens an open channel, and closes', async () => {
    const line = await newLine(world, {});
    await register('Tasks');
    const page = await withBob();
    await press(page, 'Tasks');
    const frame = await program(page, 'Tasks');
    await ask(frame, { action: 'put', message: 'Take 4127' });
    await expect.poll(() => field(page).inputValue()).toBe('Take 4127');
    await ask(frame, { action: 'send', message: 'It is done' });
    await message(page, 'It is done').waitFor();
    const popup = page.waitForEvent('popup');
    await ask(frame, { action: 'support', code: line.code });
    await (await popup).waitForURL(`**/livechat/${line.code}`);
    await frame.evaluate(() => Object(globalThis).askAsSomebodyElse({ action: 'close' }));
    await ask(frame, { action: 'wipe' });
    expect(await panel(page, 'Tasks').count()).toBe(1);
    await ask(frame, { action: 'close' });
    await panel(page, 'Tasks').waitFor({ state: 'detached' });
  });

  it('closes as another chat is opened, unless it asked to stay', async () => {
    await register('Tasks');
    await register('Notes', { IFRAME_POPUP: 'Y' });
    const page = await withBob();
    const goTo = async (name: string, dialogId: string) => {
      await page.locator(`a.row[href="/chat/${dialogId}"]`).click();
      await page.getByRole('main', { name }).waitFor();
    };
    await world.bob.ok('im.message.add', { DIALOG_ID: `chat${world.groupChatId}`, MESSAGE: 'Hello all' });
    await press(page, 'Tasks');
    await program(page, 'Tasks');
    await goTo('Team', `chat${world.groupChatId}`);
    await panel(page, 'Tasks').waitFor({ state: 'detached' });
    await goTo('Bob', String(world.bob.id));
    await press(page, 'Notes');
    const frame = await program(page, 'Notes');
    await goTo('Team', `chat${world.groupChatId}`);
    await ask(frame, { action: 'put', message: 'Here again' });
    await page.getByRole('main', { name: 'Bob' }).waitFor();
    await expect.poll(() => field(page).inputValue()).toBe('Here again');
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await panel(page, 'Notes').waitFor({ state: 'detached' });
  });

  it('says so where it cannot be reached, or is not for who looks', async () => {
    await register('Tasks');
    const APP_ID = await register('Wipe', { CONTEXT: 'ALL-ADMIN' });
    const page = await withBob({ isThere: false });
    await press(page, 'Tasks');
    await panel(page, 'Tasks').getByText('Tasks cannot be reached').waitFor();
    expect(await barriersOn(page)).toEqual([]);
    const bob = await openMessenger(world, open, world.bob.id, { path: `/chat/${world.alice.id}` });
    const status = (path: string) => bob.evaluate(async (at) => (await fetch(at)).status, path);
    expect(await status(`/bot-pages/${APP_ID}?dialog=1`)).toBe(404);
    expect(await status(`/bot-pages/${APP_ID - 1}?dialog=1`)).toBe(200);
    for (const wrong of ['', '?dialog=chat', '?dialog=1&message=x', '?dialog=1&params=a&params=b'])
      expect(await status(`/bot-pages/${APP_ID - 1}${wrong}`)).toBe(404);
  });
});
