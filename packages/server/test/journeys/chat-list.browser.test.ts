import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { barriersOn, describeInBrowser } from '../browser.ts';
import { group, insertText, join } from '../portal-in-store.ts';
import { expectEventsToExplain, openMessenger, openSignedIn, rowsOf } from '../scenes/messenger.ts';
import { askAs } from '../scenes/person-asks.ts';
import { userOf } from '../scenes/sign-in.ts';
import { createWorld, type World } from '../world.ts';

const row = (page: Page, title: string) => page.locator('[data-chat]').filter({ hasText: title });
const menuOf = async (page: Page, title: string, item: string) => {
  await row(page, title).click({ button: 'right' });
  await page.getByRole('menuitem', { name: item, exact: true }).click();
};

describeInBrowser('the list of chats', (open) => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld();
    await world.alice.ok('im.message.add', { DIALOG_ID: `chat${world.groupChatId}`, MESSAGE: 'First' });
    await world.carol.ok('im.message.add', { DIALOG_ID: world.alice.id, MESSAGE: 'From Carol' });
  });
  afterEach(() => world.close());

  it('shows what others write, read, take back and type, as a fresh load would', async () => {
    const page = await openMessenger(world, open, world.alice.id);
    await row(page, 'Carol').waitFor();
    const team = `chat${world.groupChatId}`;
    const say = (MESSAGE: string) => world.bob.ok('im.message.add', { DIALOG_ID: team, MESSAGE });

    await world.bob.ok('im.dialog.writing', { DIALOG_ID: team });
    await row(page, 'Bob is typing…').waitFor();
    const [first] = [await say('One'), await say(`[USER=${world.alice.id}]Alice[/USER] [B]two[/B]`)];
    await row(page, 'Bob: Alice two').waitFor();
    await row(page, 'Team').getByText('2 unread messages').waitFor();
    await row(page, 'Team').getByRole('img', { name: 'You were mentioned' }).waitFor();
    expect((await rowsOf(page))[0]).toContain('Team');
    await expectEventsToExplain(page);

    await world.bob.ok('im.message.update', { MESSAGE_ID: first + 1, MESSAGE: 'nobody is meant' });
    await row(page, 'Bob: nobody is meant').waitFor();
    await row(page, 'Team').getByRole('img', { name: 'You were mentioned' }).waitFor({ state: 'detached' });
    await world.bob.ok('im.message.delete', { MESSAGE_ID: first + 1 });
    await row(page, 'This message was deleted').or(row(page, 'Bob: One')).waitFor();
    await expectEventsToExplain(page);

    await world.alice.ok('im.dialog.read', { DIALOG_ID: team });
    await row(page, 'Team').getByText('unread message').waitFor({ state: 'detached' });
    await world.alice.ok('im.message.add', { DIALOG_ID: team, MESSAGE: 'Mine' });
    await row(page, 'You: Mine').waitFor();
    await world.bob.ok('im.dialog.read', { DIALOG_ID: team });
    await row(page, 'Team').getByRole('img', { name: 'Read' }).waitFor();
    await expectEventsToExplain(page);
  });

  it('shows while it is looked at who comes, and who does not want to be spoken to', async () => {
    world.clock.advance(Date.now() - world.clock.now());
    const page = await openMessenger(world, open, world.alice.id, { path: `/chat/${world.carol.id}` });
    const dot = (name: string) => row(page, 'Carol').getByRole('img', { name, exact: true });
    await row(page, 'From Carol').waitFor();
    expect(await dot('Online').count()).toBe(0);
    await world.carol.ok('im.message.add', { DIALOG_ID: world.alice.id, MESSAGE: 'Back again' });
    await dot('Online').waitFor();
    await page.getByRole('main').getByText('online').waitFor();
    await world.carol.ok('im.user.status.set', { STATUS: 'dnd' });
    await dot('Do not disturb').waitFor();
    await expectEventsToExplain(page);
  });

  it('goes on showing who has come while an answer was on its way that tells of before', async () => {
    world.clock.advance(Date.now() - world.clock.now());
    const page = await openSignedIn(world, open, world.alice.id);
    await page.route('**/batch*', async (route) => {
      const { body } = await world.alice.call('batch', route.request().postDataJSON());
      await row(page, 'From Carol').waitFor();
      await world.carol.ok('im.message.add', { DIALOG_ID: world.alice.id, MESSAGE: 'Back again' });
      await row(page, 'Carol').getByRole('img', { name: 'Online' }).waitFor();
      await route.fulfill({ json: body });
    });
    await page.goto(`${world.app.pagesUrl}/chat/${world.carol.id}`);
    await page.getByRole('main').getByText('From Carol').waitFor();
    expect(await row(page, 'Carol').getByRole('img', { name: 'Online' }).count()).toBe(1);
  });

  it('counts nothing as unread that was read while the list was on its way', async () => {
    const page = await openSignedIn(world, open, world.alice.id);
    const told = (kind: string) =>
      new Promise<void>((tell) =>
        page.on('websocket', (socket) =>
          socket.on('framereceived', ({ payload }) => String(payload).includes(`"kind":"${kind}"`) && tell()),
        ),
      );
    // Before the page is connected it is told nothing, and loads the list once more when it is.
    const [isConnected, isTold] = [told('here'), told('read')];
    const list = await askAs(world, world.alice.id, 'recent.list', { as: '', offset: 0, limit: 50 });
    await page.route('**/control/recent.list', async (route) => {
      await isConnected;
      await world.alice.ok('im.dialog.read', { DIALOG_ID: world.carol.id });
      await isTold;
      await route.fulfill({ json: list.body });
    });
    await page.goto(`${world.app.pagesUrl}/`);
    await row(page, 'Carol').waitFor();
    await row(page, 'Carol').getByText('unread message').waitFor({ state: 'detached' });
  });

  it('is pinned, marked, silenced, hidden and left from its menu', async () => {
    const page = await openMessenger(world, open, world.alice.id);
    await menuOf(page, 'Carol', 'Pin');
    await row(page, 'Carol')
      .getByRole('img', { name: 'Pinned' })
      .or(row(page, 'Carol').getByText('unread'))
      .first()
      .waitFor();
    await expect.poll(async () => (await rowsOf(page))[0]).toContain('Carol');
    await menuOf(page, 'Carol', 'Mark as read');
    await row(page, 'Carol').getByRole('img', { name: 'Pinned' }).waitFor();
    await menuOf(page, 'Carol', 'Mark as unread');
    await row(page, 'Carol').getByText('Marked as unread').waitFor();
    await menuOf(page, 'Team', 'Mute');
    await row(page, 'Team').getByRole('img', { name: 'Muted' }).waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await expectEventsToExplain(page);

    await menuOf(page, 'Carol', 'Hide from the list');
    await row(page, 'Carol').waitFor({ state: 'detached' });
    await world.carol.ok('im.message.add', { DIALOG_ID: world.alice.id, MESSAGE: 'Back again' });
    await row(page, 'Back again').waitFor();
    await menuOf(page, 'Team', 'Leave the chat');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Leave the chat' }).click();
    await row(page, 'Team').waitFor({ state: 'detached' });
    await expectEventsToExplain(page);
  });

  it('is walked through by keyboard, and narrowed down to what somebody looks for', async () => {
    const page = await openMessenger(world, open, world.alice.id, { colorScheme: 'dark' });
    await row(page, 'Carol').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/chat/chat${world.groupChatId}`);
    await page.getByRole('button', { name: 'Groups' }).click();
    await row(page, 'Carol').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Bots' }).click();
    await page.getByText('Nothing here').waitFor();
    await page.getByRole('button', { name: /^Unread/ }).click();
    await row(page, 'Carol').waitFor();
    expect(await barriersOn(page)).toEqual([]);
  });

  it('of hundreds of chats holds a window full of rows, and comes to the last one', async () => {
    await world.app.store.write(async (work) => {
      const [alice, bob] = [await userOf(work, world.alice.id), await userOf(work, world.bob.id)];
      for (let n = 0; n < 220; n += 1) {
        const chat = await work.chats.insertChat(group(alice.portalId, alice, { title: `Chat number ${n}` }), work.now);
        await join(work, chat, alice);
        await insertText(work, chat, bob, `Line ${n}`);
      }
    });
    const page = await openMessenger(world, open, world.alice.id, { viewport: { width: 1200, height: 700 } });
    await row(page, 'Chat number 219').waitFor();
    expect(await page.locator('[data-chat]').count()).toBeLessThan(40);
    await row(page, 'Chat number 219').focus();
    await expect
      .poll(
        async () => {
          await page.keyboard.press('End');
          return (await rowsOf(page)).at(-1);
        },
        { timeout: 10_000 },
      )
      .toContain('Team');
    await world.bob.ok('im.message.add', { DIALOG_ID: `chat${world.groupChatId}`, MESSAGE: 'To the top' });
    await page.keyboard.press('Home');
    await row(page, 'To the top').waitFor();
    await expect.poll(async () => (await rowsOf(page))[0]).toContain('Team');
  });
});
