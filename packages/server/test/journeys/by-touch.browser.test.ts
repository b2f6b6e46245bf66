import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { describeInBrowser } from '../browser.ts';
import { openMessenger } from '../scenes/messenger.ts';
import { createWorld, type World } from '../world.ts';

describeInBrowser('on a phone', (open) => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld();
    await world.bob.ok('im.message.add', { DIALOG_ID: world.alice.id, MESSAGE: 'Lunch?' });
  });
  afterEach(() => world.close());

  const openOnPhone = (path: string) =>
    openMessenger(world, open, world.alice.id, { path, hasTouch: true, viewport: { width: 390, height: 844 } });

  /** A finger stays on a text until the menu is there. No `contextmenu` is told, as in Safari. */
  async function pressLong(page: Page, text: string, item: string, right = 0): Promise<void> {
    const place = page.getByText(text).last();
    await place.waitFor();
    const box = await place.boundingBox();
    const touches = await page.context().newCDPSession(page);
    const touchPoints = [{ x: (box?.x ?? 0) + 5 + right, y: (box?.y ?? 0) + 5 }];
    await touches.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
    await page.getByRole('menuitem', { name: item }).waitFor();
    await expectMenuWithin(page);
    await touches.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  }

  it('a long press opens the menu of a chat, and of a message', async () => {
    const page = await openOnPhone('/');
    await pressLong(page, 'Lunch?', 'Pin');
    await page.goto(`${world.app.pagesUrl}/chat/${world.bob.id}`);
    await pressLong(page, 'Lunch?', 'Reply');
  });

  it.each([0, 120, 260])(
    'the menu of a chat stands within the window, pressed %i pixels further right',
    async (right) => {
      const page = await openOnPhone('/');
      await pressLong(page, 'Lunch?', 'Pin', right);
    },
  );

  it('the own menu stands within the window', async () => {
    const page = await openOnPhone('/');
    await page.getByRole('button', { name: /^Your menu/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).waitFor();
    await expectMenuWithin(page);
  });

  async function expectMenuWithin(page: Page): Promise<void> {
    const { x = -1, width = 0 } = (await page.getByRole('menu').boundingBox()) ?? {};
    expect({ begins: x >= 0, ends: x + width <= 390 }).toEqual({ begins: true, ends: true });
  }
});
