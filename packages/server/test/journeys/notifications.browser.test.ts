import { afterEach, beforeEach, expect, it } from 'vitest';
import { barriersOn, describeInBrowser } from '../browser.ts';
import { expectEventsToExplain, openMessenger } from '../scenes/messenger.ts';
import { invitedGuest, notifyBob } from '../scenes/notifications.ts';
import { createWorld, type World } from '../world.ts';

describeInBrowser('around the messenger', (open) => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld();
  });
  afterEach(() => world.close());

  it('people are told at once, read it, and take it away', async () => {
    const page = await openMessenger(world, open, world.bob.id);
    await page.getByRole('link', { name: 'Notifications', exact: true }).waitFor();
    await notifyBob(world, { MESSAGE: 'The [B]printer[/B] is out of paper' });
    await page.getByRole('link', { name: '1 new notification' }).click();
    await page.waitForURL('**/notifications');
    await page.getByRole('listitem').getByText('The printer is out of paper').waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await notifyBob(world, { MESSAGE: 'Again' });
    await page.getByText('Again').waitFor();
    await page.getByRole('button', { name: 'Mark all as read' }).click();
    await page.getByRole('link', { name: 'Notifications', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Take away' }).first().click();
    await page.getByText('Again').waitFor({ state: 'detached' });
    await page.reload();
    await page.getByText('The printer is out of paper').waitFor();
    expect(await page.getByRole('listitem').count()).toBe(1);
  });

  it('a guest answers an invitation by its button', async () => {
    const guest = await invitedGuest(world);
    const page = await openMessenger(world, open, guest.id, { path: '/notifications', colorScheme: 'dark' });
    const row = page.getByRole('listitem').first();
    const agree = row.locator('.buttons button').first();
    await agree.waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await agree.click();
    await agree.waitFor({ state: 'detached' });
    await page.getByRole('status').getByRole('button', { name: 'Dismiss' }).click();
  });

  it('somebody says how they are, changes the look and the language, and signs out from their own menu', async () => {
    const page = await openMessenger(world, open, world.bob.id);
    const trigger = page.getByRole('button', { name: /^Your menu: Bob/ });
    await trigger.click();
    await page.getByRole('menuitemradio', { name: 'Do not disturb' }).click();
    await page.getByRole('menuitemradio', { name: 'Do not disturb', checked: true }).waitFor();
    expect(await world.bob.ok('im.user.status.get')).toBe('dnd');
    await page.getByRole('menuitemradio', { name: 'Dark' }).click();
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'detached' });
    expect(await barriersOn(page)).toEqual([]);
    await trigger.click();
    await page.getByRole('menuitemradio', { name: 'Deutsch' }).click();
    await page.getByRole('menuitem', { name: 'Abmelden' }).click();
    await page.waitForURL('**/login');
  });

  it('the tab says what waits', async () => {
    const page = await openMessenger(world, open, world.alice.id, { path: `/chat/chat${world.groupChatId}` });
    await world.carol.ok('im.message.add', { DIALOG_ID: world.alice.id, MESSAGE: 'Hello' });
    await expect.poll(() => page.title(), { timeout: 10_000 }).toMatch(/^\(1\)/);
    await world.alice.ok('im.dialog.read', { DIALOG_ID: world.carol.id });
    await expect.poll(() => page.title(), { timeout: 10_000 }).not.toMatch(/^\(/);
    await expectEventsToExplain(page);
  });
});
