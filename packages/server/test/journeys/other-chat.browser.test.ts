import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { describeInBrowser } from '../browser.ts';
import { field, message, write } from '../scenes/conversation.ts';
import { openMessenger } from '../scenes/messenger.ts';
import { createWorld, type World } from '../world.ts';

const press = (page: Page, title: string) => page.locator('[data-chat]').filter({ hasText: title }).click();

describeInBrowser('another chat, pressed in the list', (open) => {
  let world: World;
  let alice: Page;
  beforeEach(async () => {
    world = await createWorld();
    await world.bob.ok('im.message.add', { DIALOG_ID: `chat${world.groupChatId}`, MESSAGE: 'From the team' });
    await world.carol.ok('im.message.add', { DIALOG_ID: world.alice.id, MESSAGE: 'From Carol' });
    alice = await openMessenger(world, open, world.alice.id, { path: `/chat/chat${world.groupChatId}` });
    await message(alice, 'From the team').waitFor();
  });
  afterEach(() => world.close());

  const isReady = async (text: string) => {
    await message(alice, text).waitFor();
    await expect.poll(() => field(alice).evaluate((one) => one.matches(':focus'))).toBe(true);
  };

  it('has a field of its own, which is ready to be written in', async () => {
    await alice.keyboard.type('For the team');
    await press(alice, 'Carol');
    await isReady('From Carol');
    await alice.keyboard.press('Control+z');
    expect(await field(alice).inputValue()).toBe('');
    await alice.keyboard.type('For Carol');
    await press(alice, 'Team');
    await isReady('From the team');
    expect(await field(alice).inputValue()).toBe('For the team');
    await alice.keyboard.press('End');
    await alice.keyboard.press('Enter');
    await message(alice, 'For the team').getByRole('img', { name: 'Sent' }).waitFor();
    await press(alice, 'Carol');
    await isReady('From Carol');
    expect(await field(alice).inputValue()).toBe('For Carol');
    await write(alice, 'For Carol');
    await message(alice, 'For Carol').getByRole('img', { name: 'Sent' }).waitFor();
    const { messages } = await world.carol.ok('im.dialog.messages.get', { DIALOG_ID: world.alice.id });
    expect(messages.map(({ text }: { text: string }) => text)).toEqual(['For Carol', 'From Carol']);
  });

  it('shows nothing of what was suggested, answered or chosen in the one before', async () => {
    await alice.keyboard.type('@bo');
    await alice.getByRole('option', { name: /Bob Birch/ }).waitFor();
    await press(alice, 'Carol');
    await isReady('From Carol');
    expect(await alice.getByRole('option').count()).toBe(0);

    await message(alice, 'From Carol').focus();
    await alice.keyboard.press('r');
    await alice.getByText('Reply to Carol').waitFor();
    await press(alice, 'Team');
    await isReady('From the team');
    expect(await alice.getByText('Reply to Carol').count()).toBe(0);

    await message(alice, 'From the team').click({ button: 'right' });
    await alice.getByRole('menuitem', { name: 'Reply' }).waitFor();
    await alice.goBack();
    await message(alice, 'From Carol').waitFor();
    expect(await alice.getByRole('menuitem').count()).toBe(0);
    await message(alice, 'From Carol').click({ button: 'right' });
    await alice.getByRole('menuitem', { name: 'Reply' }).click();
    await alice.getByText('Reply to Carol').waitFor();
  });
});
