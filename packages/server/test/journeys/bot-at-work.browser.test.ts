import { afterEach, beforeEach, expect, it } from 'vitest';
import { describeInBrowser } from '../browser.ts';
import { type Acting, actingBot, enterGroup } from '../scenes/acting-bots.ts';
import { privateDialog } from '../scenes/bot-chats.ts';
import { field, message } from '../scenes/conversation.ts';
import { expectEventsToExplain, openMessenger } from '../scenes/messenger.ts';
import { createWorld, type World } from '../world.ts';

describeInBrowser('a bot at work', (open) => {
  let world: World;
  let acting: Acting;
  beforeEach(async () => {
    world = await createWorld();
    acting = await actingBot(world);
  });
  afterEach(() => world.close());

  const busyWith = (status: string, more: object) =>
    acting.by('imbot.v2.Chat.InputAction.notify', { statusMessageCode: `IMBOT_AGENT_ACTION_${status}`, ...more });

  it('says what it is busy with, to those who come later too, until it has answered', async () => {
    const dialogId = await privateDialog(world, acting);
    const alice = await openMessenger(world, open, world.alice.id, { path: `/chat/${acting.names.botId}` });
    await message(alice, 'Hello').waitFor();
    await busyWith('THINKING', { dialogId, duration: 600 });
    const line = alice.getByRole('main').getByRole('status').filter({ hasText: /\w/ });
    await expect.poll(() => line.innerText()).toMatch(/is thinking…$/);
    await busyWith('READING_DOCS', { dialogId, duration: 600 });
    await expect.poll(() => line.innerText()).toMatch(/is reading documents…$/);
    await expect.poll(() => alice.locator('[data-chat]').first().innerText()).toContain('is reading documents…');
    await alice.reload();
    await expect.poll(() => line.innerText()).toMatch(/is reading documents…$/);
    await acting.by('imbot.v2.Chat.Message.send', { dialogId, fields: { message: 'Here it is' } });
    await message(alice, 'Here it is').waitFor();
    expect(await line.count()).toBe(0);
    await expectEventsToExplain(alice);
  });

  it('is busy for as long as it has said', async () => {
    const dialogId = await privateDialog(world, acting);
    await busyWith('COMPOSING', { dialogId, duration: 30 });
    const alice = await openMessenger(world, open, world.alice.id, { path: `/chat/${acting.names.botId}` });
    const line = alice.getByRole('main').getByRole('status').filter({ hasText: /\w/ });
    await message(alice, 'Hello').waitFor();
    await alice.clock.install();
    await busyWith('COMPOSING', { dialogId, duration: 30 });
    await line.waitFor();
    await alice.clock.fastForward(29_000);
    expect(await line.count()).toBe(1);
    await alice.clock.fastForward(2_000);
    await expect.poll(() => line.count()).toBe(0);
    world.clock.advance(31_000);
    await expectEventsToExplain(alice);
  });

  it('closes the field of a chat with a word why, and opens it, while people look', async () => {
    const dialogId = await enterGroup(world, acting);
    const bob = await openMessenger(world, open, world.bob.id, { path: `/chat/${dialogId}` });
    await field(bob).waitFor();
    await acting.by('imbot.v2.Chat.TextField.enabled', { dialogId, enabled: false });
    await bob.getByText('A bot has closed this chat for messages').waitFor();
    await bob.reload();
    await bob.getByText('A bot has closed this chat for messages').waitFor();
    expect(await field(bob).count()).toBe(0);
    await expectEventsToExplain(bob);
    await acting.by('imbot.v2.Chat.TextField.enabled', { dialogId, enabled: true });
    await field(bob).waitFor();
    await expectEventsToExplain(bob);
  });
});
