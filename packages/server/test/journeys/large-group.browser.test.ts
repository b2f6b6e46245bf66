import { afterAll, beforeAll, expect, it } from 'vitest';
import { barriersOn, describeInBrowser } from '../browser.ts';
import { join, person } from '../portal-in-store.ts';
import { field, message, write } from '../scenes/conversation.ts';
import { holdCalls } from '../scenes/held-calls.ts';
import { expectEventsToExplain, openMessenger } from '../scenes/messenger.ts';
import { createWorld, type World } from '../world.ts';

const MEMBERS = 1_000;

describeInBrowser(`a group of ${MEMBERS} people`, (open) => {
  let world: World;
  let lastId = 0;
  let path = '';
  beforeAll(async () => {
    world = await createWorld();
    path = `/chat/chat${world.groupChatId}`;
    await world.app.store.write(async (work) => {
      const chat = await work.chats.findChat(world.groupChatId);
      if (!chat) throw new Error('There is no group');
      for (let n = 3; n <= MEMBERS; n += 1) {
        const user = await work.users.insertUser(
          person(1, `Person${n}`, { lastName: n === MEMBERS ? 'Zimmer' : 'Yard', email: `p${n}@example.com` }),
          work.now,
        );
        await join(work, chat, user);
        lastId = user.id;
      }
    });
  });
  afterAll(() => world.close());

  it('is listed part by part, those who run it above, however late they came', async () => {
    await world.alice.ok('im.chat.setOwner', { CHAT_ID: world.groupChatId, USER_ID: lastId });
    const bob = await openMessenger(world, open, world.bob.id, { path });
    await bob.getByRole('main').getByText('1000 members').waitFor();
    await bob.getByRole('button', { name: 'Details' }).click();
    const panel = bob.getByRole('complementary');
    const rows = panel.getByRole('listitem').filter({ has: bob.getByRole('button', { name: /Person|Alice|Bob/ }) });
    await rows.first().waitFor();
    expect(await rows.first().innerText()).toMatch(/Person1000 Zimmer\s+owner/);
    expect(await rows.count()).toBe(101);
    await panel.getByRole('button', { name: 'More' }).click();
    await expect.poll(() => rows.count()).toBe(201);
    expect(await barriersOn(bob)).toEqual([]);
    await expectEventsToExplain(bob);
    await bob.close();
  });

  it('offers any of them to be mentioned', async () => {
    const bob = await openMessenger(world, open, world.bob.id, { path });
    await field(bob).pressSequentially('Hello @zimm');
    await bob.getByRole('option', { name: /Person1000 Zimmer/ }).waitFor();
    await bob.keyboard.press('Enter');
    await expect.poll(() => field(bob).inputValue()).toBe('Hello @Person1000 Zimmer ');
    await bob.keyboard.press('Enter');
    await message(bob, 'Hello @Person1000 Zimmer').waitFor();
    const [newest] = (await world.bob.ok('im.dialog.messages.get', { DIALOG_ID: `chat${world.groupChatId}`, LIMIT: 1 }))
      .messages;
    expect(newest.text).toContain(`[USER=${lastId}]`);
    await write(bob, 'and on');
    await message(bob, 'and on').waitFor();
    await expectEventsToExplain(bob);
    await bob.close();
  });

  it('offers who was named before the members were there', async () => {
    const bob = await openMessenger(world, open, world.bob.id, { path });
    const answer = await holdCalls(bob, 'im.dialog.users.list');
    await field(bob).pressSequentially('@zimm');
    answer();
    await bob.getByRole('option', { name: /Person1000 Zimmer/ }).waitFor();
    await expectEventsToExplain(bob);
    await bob.close();
  });
});
