import { afterEach, beforeEach, expect, it } from 'vitest';
import { barriersOn, describeInBrowser } from '../browser.ts';
import { field, message, write } from '../scenes/conversation.ts';
import { expectEventsToExplain, openMessenger } from '../scenes/messenger.ts';
import { createWorld, type World } from '../world.ts';

describeInBrowser('the search', (open) => {
  let world: World;
  let deepId = 0;
  beforeEach(async () => {
    world = await createWorld();
    const team = `chat${world.groupChatId}`;
    const say = (DIALOG_ID: string | number, MESSAGE: string) =>
      world.bob.ok('im.message.add', { DIALOG_ID, MESSAGE }) as Promise<number>;
    deepId = await say(team, 'The [B]pineapple[/B] is in the fridge');
    for (let n = 0; n < 70; n += 1) await say(team, `Line ${n}`);
    await say(world.alice.id, 'A pineapple for you');
  });
  afterEach(() => world.close());

  it('finds people, chats and pages, and remembers whom somebody went to', async () => {
    const page = await openMessenger(world, open, world.alice.id);
    await page.locator('[data-chat]').first().waitFor();
    await page.keyboard.press('Control+k');
    const field = page.getByRole('combobox', { name: 'Search' });
    await field.fill('carol');
    await page.getByRole('option', { name: 'Carol Cedar' }).waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await field.press('Enter');
    await page.waitForURL(`**/chat/${world.carol.id}`);

    await page.getByRole('button', { name: 'Search people, chats, messages' }).click();
    await page.getByRole('group', { name: 'Searched lately' }).getByRole('option', { name: 'Carol Cedar' }).waitFor();
    await field.press('Delete');
    await page.getByRole('group', { name: 'Searched lately' }).waitFor({ state: 'detached' });
    await field.fill('Team');
    await page.getByRole('group', { name: 'Chats' }).getByRole('option', { name: 'Team' }).waitFor();
    await field.fill('sett');
    await page.getByRole('group', { name: 'Pages' }).getByRole('option', { name: 'Settings' }).click();
    await page.waitForURL('**/settings');
    await page.keyboard.press('Control+k');
    await field.fill('xyzzy');
    await page.getByText('Nothing was found for “xyzzy”').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('finds messages, of the open chat first, and leads to them', async () => {
    const page = await openMessenger(world, open, world.alice.id, {
      path: `/chat/chat${world.groupChatId}`,
      colorScheme: 'dark',
    });
    await page.locator('[data-chat]').first().waitFor();
    await page.keyboard.press('Control+k');
    const field = page.getByRole('combobox', { name: 'Search' });
    await field.fill('pineap');
    await page.getByRole('group', { name: 'Messages', exact: true }).getByText('A pineapple for you').waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await page
      .getByRole('group', { name: 'Messages in this chat' })
      .getByText('The pineapple is in the fridge')
      .click();
    await page.waitForURL(`**/chat/chat${world.groupChatId}?m=${deepId}`);
  });

  it('opens before it has found anything where Enter is pressed at once', async () => {
    const page = await openMessenger(world, open, world.alice.id);
    await page.locator('[data-chat]').first().waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Search' }).pressSequentially('dana');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/chat/${world.dana.id}`);
    await expectEventsToExplain(page);
  });

  it('is in the list of keys, which a question mark shows', async () => {
    const page = await openMessenger(world, open, world.alice.id);
    await page.locator('[data-chat]').first().waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).getByText('Search').waitFor();
    expect(await barriersOn(page)).toEqual([]);
  });

  it('leads into an open chat that somebody is not in, and lets them join it', async () => {
    const { alice, bob } = world;
    const chat = await bob.ok('im.chat.add', { TYPE: 'OPEN', TITLE: 'Everybody', MESSAGE: 'Welcome' });
    const page = await openMessenger(world, open, alice.id);
    await page.locator('[data-chat]').first().waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Search' }).fill('Everybody');
    await page.getByRole('group', { name: 'Chats' }).getByRole('option', { name: 'Everybody' }).click();
    await page.waitForURL(`**/chat/chat${chat}`);
    await message(page, 'Welcome').waitFor();
    expect(await field(page).count()).toBe(0);
    expect(await barriersOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Join' }).click();
    await write(page, 'Here I am');
    await message(page, 'Here I am').waitFor();
    await page.getByRole('log').getByText('joined the chat').waitFor();
    await expectEventsToExplain(page);
  });
});
