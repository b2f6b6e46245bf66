import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { barriersOn, describeInBrowser } from '../browser.ts';
import { chooseFor, field, message, write } from '../scenes/conversation.ts';
import { expectEventsToExplain, openMessenger } from '../scenes/messenger.ts';
import { createWorld, type World } from '../world.ts';

const row = (page: Page, title: string) => page.locator('[data-chat]').filter({ hasText: title });

describeInBrowser('somebody who is no longer in a chat', (open) => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld();
    const { alice, bob, groupChatId } = world;
    await alice.ok('im.message.add', { DIALOG_ID: bob.id, MESSAGE: 'Between us' });
    await alice.ok('im.message.add', { DIALOG_ID: `chat${groupChatId}`, MESSAGE: 'Among all' });
  });
  afterEach(() => world.close());

  it('because he was taken out of a closed one loses it at once, and has it again when he is let in', async () => {
    const { alice, bob, groupChatId: CHAT_ID } = world;
    const page = await openMessenger(world, open, bob.id, { path: `/chat/chat${CHAT_ID}` });
    await message(page, 'Among all').waitFor();
    await page.getByRole('button', { name: 'Details' }).click();
    await page.getByText('2 members').last().waitFor();
    await field(page).fill('half a thou');
    await alice.ok('im.chat.user.delete', { CHAT_ID, USER_ID: bob.id });
    await page.getByRole('alert').filter({ hasText: 'You are no longer a member of this chat' }).waitFor();
    await row(page, 'Team').waitFor({ state: 'detached' });
    await page.getByRole('complementary', { name: 'Details' }).waitFor({ state: 'detached' });
    expect([await field(page).count(), await message(page, /./).count()]).toEqual([0, 0]);
    expect(await barriersOn(page)).toEqual([]);
    await expectEventsToExplain(page);

    await alice.ok('im.chat.user.add', { CHAT_ID, USERS: [bob.id], HIDE_HISTORY: 'N' });
    await message(page, 'Among all').waitFor();
    expect(await field(page).inputValue()).toBe('half a thou');
    await expectEventsToExplain(page);
  });

  it('because he left an open one elsewhere reads on, and is asked to join instead of to write', async () => {
    const { alice, bob } = world;
    const chat = await alice.ok('im.chat.add', { TYPE: 'OPEN', TITLE: 'Everybody', USERS: [bob.id], MESSAGE: 'Hi' });
    const page = await openMessenger(world, open, bob.id, { path: `/chat/chat${chat}`, colorScheme: 'dark' });
    await write(page, 'Bye');
    await message(page, 'Bye').getByRole('img', { name: 'Sent' }).waitFor();
    await bob.ok('im.chat.leave', { CHAT_ID: chat });
    await page.getByRole('button', { name: 'Join' }).waitFor();
    await row(page, 'Everybody').waitFor({ state: 'detached' });
    expect(await field(page).count()).toBe(0);
    await message(page, 'Bye').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Forward' }).waitFor();
    expect(await page.getByRole('menuitem', { name: /Reply|Edit|Delete|Like/ }).count()).toBe(0);
    await page.keyboard.press('Escape');
    await expectEventsToExplain(page);
    await alice.ok('im.message.add', { DIALOG_ID: `chat${chat}`, MESSAGE: 'Come back' });
    await message(page, 'Come back').waitFor();
    expect(await row(page, 'Everybody').count()).toBe(0);

    await page.getByRole('button', { name: 'Join' }).click();
    await field(page).waitFor();
    await row(page, 'Everybody').waitFor();
    await chooseFor(page, 'Bye', 'Reply');
    await expectEventsToExplain(page);
  });

  it('is told so, too, by a page that comes to it later, until he is let in', async () => {
    const { alice, bob } = world;
    const CHAT_ID = await alice.ok('im.chat.add', { TITLE: 'Plans', MESSAGE: 'Secret' });
    const page = await openMessenger(world, open, bob.id, { path: `/chat/chat${CHAT_ID}` });
    await page.getByRole('alert').filter({ hasText: 'you are not a member of it' }).waitFor();
    expect(await field(page).count()).toBe(0);
    await alice.ok('im.chat.user.add', { CHAT_ID, USERS: [bob.id], HIDE_HISTORY: 'N' });
    await message(page, 'Secret').waitFor();
    await field(page).waitFor();
    await expectEventsToExplain(page);
  });
});
