import type { Locator, Page } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { barriersOn, describeInBrowser } from '../browser.ts';
import { field, message } from '../scenes/conversation.ts';
import { openMessenger } from '../scenes/messenger.ts';
import { CLIENT_ID, createWorld, type World } from '../world.ts';

const PICTURE = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==';

describeInBrowser('the buttons of bots under the field', (open) => {
  let world: World;
  let bot: number;
  beforeEach(async () => {
    world = await createWorld();
    bot = await world.bot({ code: 'desk', more: { PROPERTIES: { NAME: 'Service Desk' } } });
    await world.alice.ok('im.message.add', { DIALOG_ID: world.bob.id, MESSAGE: 'Hello Bob' });
  });
  afterEach(() => world.close());

  const register = (CODE: string, TITLE: string, more: object = {}): Promise<number> =>
    world.alice.ok('imbot.app.register', {
      BOT_ID: bot,
      CODE,
      CLIENT_ID,
      JS_METHOD: 'PUT',
      JS_PARAM: `/${CODE}`,
      LANG: [{ LANGUAGE_ID: 'en', TITLE }],
      ...more,
    });
  const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });
  const withBob = () => openMessenger(world, open, world.alice.id, { path: `/chat/${world.bob.id}` });

  it('come as a bot registers them, do what it said, and go as it takes them away', async () => {
    const page = await withBob();
    await field(page).waitFor();
    await register('hidden', 'Hidden', { HIDDEN: 'Y' });
    await register('own', 'Only at the desk', { CONTEXT: 'BOT' });
    const take = await register('take', 'Take a task', { ICON_FILE: PICTURE });
    await button(page, 'Take a task').click();
    await expect.poll(() => field(page).inputValue()).toBe('/take');
    expect(await hasFocus(field(page))).toBe(true);
    const picture = button(page, 'Take a task').locator('img');
    await expect.poll(() => picture.evaluate((one) => (one as { naturalWidth?: number }).naturalWidth)).toBe(1);
    const shown = (name: string) => button(page, name).count();
    expect([await shown('Hidden'), await shown('Only at the desk')]).toEqual([0, 0]);
    expect(await barriersOn(page)).toEqual([]);

    await register('help', 'Ask for help', { JS_METHOD: 'SEND' });
    await button(page, 'Ask for help').click();
    await message(page, '/help').waitFor();

    await world.alice.ok('imbot.app.update', {
      APP_ID: take,
      FIELDS: { LANG: [{ LANGUAGE_ID: 'en', TITLE: 'Take it' }] },
      CLIENT_ID,
    });
    await button(page, 'Take it').waitFor();
    await world.alice.ok('imbot.app.unregister', { APP_ID: take, CLIENT_ID });
    await button(page, 'Take it').waitFor({ state: 'detached' });
    expect(await shown('Ask for help')).toBe(1);
  });

  it('stand in the chats that they are for, and in a menu where they are many', async () => {
    await register('own', 'Only at the desk', { CONTEXT: 'BOT' });
    for (const n of [1, 2, 3]) await register(`two${n}`, `For two ${n}`, { CONTEXT: 'USER' });
    const page = await withBob();
    await button(page, 'For two 3').waitFor();
    expect(await button(page, 'Only at the desk').count()).toBe(0);
    await page.goto(`${world.app.pagesUrl}/chat/${bot}`);
    await button(page, 'Buttons of bots').click();
    await page.getByRole('menuitem', { name: 'For two 3' }).waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await page.getByRole('menuitem', { name: 'Only at the desk' }).click();
    await expect.poll(() => field(page).inputValue()).toBe('/own');
    await expect.poll(() => hasFocus(field(page))).toBe(true);
    await page.goto(`${world.app.pagesUrl}/chat/chat${world.groupChatId}`);
    await register('all', 'Everywhere');
    await button(page, 'Everywhere').waitFor();
    expect(await button(page, 'Buttons of bots').count()).toBe(0);
  });
});

function hasFocus(part: Locator): Promise<boolean> {
  return part.evaluate((one) => one === one.ownerDocument.activeElement);
}
