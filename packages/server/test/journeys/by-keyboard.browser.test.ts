import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { barriersOn, describeInBrowser } from '../browser.ts';
import { openMessenger } from '../scenes/messenger.ts';
import { createWorld, type World } from '../world.ts';

describeInBrowser('who comes by keyboard', (open) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
  });
  afterAll(() => world.close());

  /** To what stands first on the page. */
  async function toTheFirst(page: Page): Promise<void> {
    await page.getByRole('link', { name: 'Botyard' }).focus();
    await page.keyboard.press('Shift+Tab');
  }
  const focused = (page: Page) => page.evaluate('document.activeElement?.textContent');
  const isWithinMain = (page: Page) => page.evaluate('document.activeElement?.closest("main") !== null');

  it('is first led past the bar and the list, to the conversation', async () => {
    const path = `/chat/chat${world.groupChatId}`;
    const page = await openMessenger(world, open, world.bob.id, { path, locale: 'de-DE' });
    const way = page.getByRole('button', { name: 'Zur Unterhaltung' });
    await page.getByRole('textbox', { name: 'Nachricht' }).waitFor();
    expect((await way.boundingBox())?.width).toBe(1);
    await toTheFirst(page);
    expect(await focused(page)).toBe('Zur Unterhaltung');
    expect((await way.boundingBox())?.width).toBeGreaterThan(60);
    expect(await barriersOn(page)).toEqual([]);
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement?.tagName')).toBe('MAIN');
    await page.keyboard.press('Tab');
    expect(await isWithinMain(page)).toBe(true);
    expect((await way.boundingBox())?.width).toBe(1);
  });

  it('is led to the main part of every other page', async () => {
    const page = await openMessenger(world, open, world.bob.id, { path: '/settings', colorScheme: 'dark' });
    await page.getByRole('heading', { name: 'Settings' }).first().waitFor();
    await toTheFirst(page);
    await page.keyboard.press('Enter');
    expect(await isWithinMain(page)).toBe(true);
  });
});
