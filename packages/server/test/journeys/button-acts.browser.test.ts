import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { describeInBrowser } from '../browser.ts';
import { field, message } from '../scenes/conversation.ts';
import { newLine } from '../scenes/lines.ts';
import { openMessenger } from '../scenes/messenger.ts';
import { CLIENT_ID, createWorld, type Handler, type World } from '../world.ts';

const NOBODYS_LINE = '0'.repeat(24);

describeInBrowser('a button that a page acts on by itself', (open) => {
  let world: World;
  let program: Handler;
  let bot: number;
  beforeEach(async () => {
    world = await createWorld();
    program = await world.handler();
    program.answer = () => ({ status: 200, headers: { 'content-type': 'text/html' }, body: '<title>Desk</title>' });
    bot = await world.bot({ code: 'desk', more: { PROPERTIES: { NAME: 'Service Desk' } } });
  });
  afterEach(() => world.close());

  const app = (CODE: string, more: Record<string, unknown>): Promise<number> =>
    world.alice.ok('imbot.app.register', {
      BOT_ID: bot,
      CODE,
      CLIENT_ID,
      LANG: [{ LANGUAGE_ID: 'en', TITLE: CODE }],
      ...more,
    });

  /** A message with those buttons before somebody, and a press on one of them. */
  async function shown(userId: number, BUTTONS: readonly object[]) {
    const say = { BOT_ID: bot, CLIENT_ID, DIALOG_ID: userId, MESSAGE: 'What now?', KEYBOARD: { BUTTONS } };
    await world.alice.ok('imbot.message.add', say);
    const page = await openMessenger(world, open, userId, { path: `/chat/${bot}` });
    const press = (name: string) => message(page, 'What now?').getByRole('button', { name, exact: true }).click();
    await message(page, 'What now?').waitFor();
    return { page, press };
  }

  async function openedBy(page: Page, press: () => Promise<void>): Promise<URL> {
    const popup = page.waitForEvent('popup');
    await press();
    const opened = await popup;
    await opened.waitForURL(/^http/);
    return new URL(opened.url());
  }

  it('copies, calls, and opens the chat of an open channel where there is one', async () => {
    const line = await newLine(world, {});
    const { page, press } = await shown(world.bob.id, [
      { TEXT: 'Copy', ACTION: 'COPY', ACTION_VALUE: 'INV-4127' },
      { TEXT: 'Call', ACTION: 'CALL', ACTION_VALUE: '+44 20 7946 0018' },
      { TEXT: 'Ask us', ACTION: 'LIVECHAT', ACTION_VALUE: line.code },
      { TEXT: 'Ask nobody', ACTION: 'LIVECHAT', ACTION_VALUE: NOBODYS_LINE },
    ]);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await press('Copy');
    await page.getByText('Copied').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe('INV-4127');

    await press('Ask nobody');
    await page.getByText(`There is nothing here for LIVECHAT: ${NOBODYS_LINE}`).waitFor();
    expect((await openedBy(page, () => press('Ask us'))).pathname).toBe(`/livechat/${line.code}`);

    // Last: a browser that asks what to make a call with may open no window meanwhile.
    const called = page.waitForRequest(/^tel:/).then((request) => request.url());
    await press('Call');
    expect(await called).toBe('tel:+442079460018');
  });

  it('opens the address of an article', async () => {
    const HELP = { TEXT: 'Read', ACTION: 'HELP', ACTION_VALUE: `${program.url}/article` };
    const { page, press } = await shown(world.bob.id, [HELP]);
    expect((await openedBy(page, () => press('Read'))).pathname).toBe(new URL(HELP.ACTION_VALUE).pathname);
  });

  it('does what the bot registered under its number: writes, sends, and opens its page', async () => {
    const APPS = {
      Draft: await app('draft', { JS_METHOD: 'PUT', JS_PARAM: '/take 4127' }),
      Help: await app('help', { JS_METHOD: 'SEND', JS_PARAM: '/help' }),
      Card: await app('card', { IFRAME: 'https://desk.example/card?theme=dark', HASH: 'known to us' }),
    };
    const BUTTONS = Object.entries(APPS).map(([TEXT, APP_ID]) => ({ TEXT, APP_ID }));
    const { page, press } = await shown(world.bob.id, BUTTONS);
    await page
      .context()
      .route('https://desk.example/**', (route) => route.fulfill({ contentType: 'text/html', body: 'The card' }));
    await press('Draft');
    await expect.poll(() => field(page).inputValue()).toBe('/take 4127');
    await press('Help');
    await message(page, '/help').waitFor();
    await press('Card');
    const card = page.getByRole('dialog', { name: 'card' });
    await card.locator('iframe').contentFrame().locator('iframe').contentFrame().getByText('The card').waitFor();
  });

  it('opens nothing for those whom it is not for', async () => {
    const APP_ID = await app('admin', { JS_METHOD: 'SEND', JS_PARAM: '/wipe', CONTEXT: 'ALL-ADMIN' });
    const { page, press } = await shown(world.bob.id, [{ TEXT: 'Wipe', APP_ID }]);
    await press('Wipe');
    await page.getByText('This button opens nothing that is there for you').waitFor();
    expect(await message(page, '/wipe').count()).toBe(0);
  });
});
