import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { amount } from '../amount.ts';
import { describeInBrowser } from '../browser.ts';
import { insertText } from '../portal-in-store.ts';
import { field, message, write } from '../scenes/conversation.ts';
import { holdCalls } from '../scenes/held-calls.ts';
import { expectEventsToExplain, openMessenger } from '../scenes/messenger.ts';
import { userOf } from '../scenes/sign-in.ts';
import { createWorld, type World } from '../world.ts';

const LINES = amount({ usual: 2_000, full: 100_000 });

describeInBrowser(`a conversation of ${LINES} lines`, (open) => {
  let world: World;
  let path: string;
  const ids: number[] = [];
  beforeAll(async () => {
    world = await createWorld();
    path = `/chat/chat${world.groupChatId}`;
    await world.app.store.write(async (work) => {
      const bob = await userOf(work, world.bob.id);
      const chat = await work.chats.findChat(world.groupChatId);
      if (!chat) throw new Error('There is no group');
      for (let n = 1; n <= LINES; n += 1) ids.push((await insertText(work, chat, bob, `Line ${n}.`)).id);
    });
    await world.alice.ok('im.dialog.read', { DIALOG_ID: `chat${world.groupChatId}` });
  });
  afterAll(() => world.close());

  const stream = (page: Page) => page.getByRole('log');
  /** The message in the middle of the window, and how far it is from the top. */
  const middle = (page: Page) =>
    stream(page).evaluate((log) => {
      const { top, height } = log.getBoundingClientRect();
      const rows = [...log.querySelectorAll('[data-message]')].map((row) => row.getBoundingClientRect());
      const at = rows.findIndex((row) => row.top <= top + height / 2 && row.bottom > top + height / 2);
      return {
        id: [...log.querySelectorAll('[data-message]')][at]?.getAttribute('data-message'),
        y: rows[at]?.top ?? 0,
      };
    });

  /** The same when nothing moves any more. */
  async function settled(page: Page) {
    let before = await middle(page);
    for (;;) {
      await page.evaluate('new Promise(requestAnimationFrame)');
      const now = await middle(page);
      if (now.y === before.y && now.id === before.id) return now;
      before = now;
    }
  }

  /** The same message is in the middle, where it was. */
  const expectPlace = (page: Page, { id, y }: Awaited<ReturnType<typeof middle>>) =>
    expect
      .poll(async () => {
        const now = await settled(page);
        return now.id === id && Math.abs(now.y - y) < 3;
      })
      .toBe(true);

  it('begins at its end, holds a window full, and keeps its place when what is older comes', async () => {
    const alice = await openMessenger(world, open, world.alice.id, { path });
    await message(alice, `Line ${LINES}.`).waitFor();
    expect(await alice.locator('[data-message]').count()).toBeLessThan(80);
    const first = () =>
      alice
        .locator('[data-message]')
        .evaluateAll((rows) => Math.min(...rows.map((row) => Number(row.dataset['message']))));
    const begin = await first();
    const answer = await holdCalls(alice, 'im.dialog.messages.get');
    await stream(alice).hover();
    const asked = alice.waitForRequest(/im\.dialog\.messages\.get/);
    for (let step = 0; step < 6; step += 1) await alice.mouse.wheel(0, -700);
    await asked;
    const before = await settled(alice);
    const row = await alice.locator(`[data-message="${before.id}"]`).elementHandle();
    answer();
    await expect.poll(() => stream(alice).evaluate((log) => log.scrollTop)).toBeGreaterThan(1_000);
    await expectPlace(alice, before);
    expect(await row?.evaluate(({ isConnected }) => isConnected)).toBe(true);
    for (let step = 0; step < 20; step += 1) await alice.mouse.wheel(0, -900);
    await expect.poll(first).toBeLessThan(begin - 60);
    await alice.getByRole('button', { name: 'To the newest message' }).click();
    await message(alice, `Line ${LINES}.`).waitFor();
    await expectEventsToExplain(alice);
    await alice.close();
  });

  it('keeps its place where the list takes scrolling for ended before it has measured what came', async () => {
    const alice = await openMessenger(world, open, world.alice.id);
    await alice.addInitScript(`
      const held = [];
      window.holdMeasures = () => { window.isHeld = true; };
      window.releaseMeasures = () => { window.isHeld = false; for (const tell of held.splice(0)) tell(); };
      window.ResizeObserver = class extends ResizeObserver {
        constructor(told) {
          super((...sizes) => window.isHeld ? held.push(() => told(...sizes)) : told(...sizes));
        }
      };
    `);
    await alice.goto(new URL(path, alice.url()).href);
    await message(alice, `Line ${LINES}.`).waitFor();
    await settled(alice);
    const answer = await holdCalls(alice, 'im.dialog.messages.get');
    let hasAsked = false;
    void alice.waitForRequest(/im\.dialog\.messages\.get/).then(() => {
      hasAsked = true;
    });
    // While the list looks for the place where it is opened, it goes back there.
    await expect
      .poll(async () => {
        await stream(alice).evaluate((log) => log.scrollTo({ top: 0 }));
        return hasAsked;
      })
      .toBe(true);
    const before = await settled(alice);
    await alice.evaluate('holdMeasures()');
    answer();
    await expect.poll(() => stream(alice).evaluate((log) => log.scrollTop)).toBeGreaterThan(1_000);
    // The list takes scrolling for ended when nothing has moved for 150 ms.
    await alice.evaluate('new Promise((resolve) => setTimeout(resolve, 160))');
    await alice.evaluate('releaseMeasures()');
    await alice.evaluate('new Promise(requestAnimationFrame)');
    await expectPlace(alice, before);
    await alice.close();
  });

  it('is opened at a message of long ago, goes on in both directions, and is not moved by what is new', async () => {
    const target = ids[Math.floor(LINES / 3)] ?? 0;
    const alice = await openMessenger(world, open, world.alice.id, { path: `${path}?m=${target}` });
    await alice.locator(`[data-message="${target}"]`).waitFor();
    await expect.poll(async () => Math.abs(Number((await middle(alice)).id) - target)).toBeLessThan(4);
    const before = await settled(alice);
    await world.bob.ok('im.message.add', { DIALOG_ID: `chat${world.groupChatId}`, MESSAGE: 'While you are away' });
    await alice.getByRole('button', { name: /To the newest message 1 unread message/ }).waitFor();
    const after = await settled(alice);
    expect(after.id).toBe(before.id);
    // Nothing moves that anybody could see: heights of lines are no whole numbers of pixels, and what is scrolled to is one.
    expect(Math.abs(after.y - before.y)).toBeLessThanOrEqual(0.5);
    await stream(alice).hover();
    for (let step = 0; step < 30; step += 1) await alice.mouse.wheel(0, 900);
    await expect.poll(async () => Number((await middle(alice)).id)).toBeGreaterThan(target + 60);

    await write(alice, 'Here I am');
    await message(alice, 'Here I am').waitFor();
    await message(alice, 'While you are away').waitFor();
    await field(alice).waitFor();
    await alice.getByRole('button', { name: 'To the newest message' }).waitFor({ state: 'detached' });
    await alice.close();
  });

  it('opens at what is new, and counts as read what was seen alone', async () => {
    const say = (n: number) =>
      world.bob.ok('im.message.add', { DIALOG_ID: `chat${world.groupChatId}`, MESSAGE: `News ${n}.` });
    await world.alice.ok('im.dialog.read', { DIALOG_ID: `chat${world.groupChatId}` });
    for (let n = 1; n <= 70; n += 1) await say(n);
    const alice = await openMessenger(world, open, world.alice.id, { path, viewport: { width: 1200, height: 640 } });
    await alice.getByRole('separator').filter({ hasText: 'New' }).waitFor();
    await message(alice, /News 1\./).waitFor();
    const unread = async () =>
      (await world.alice.ok('im.dialog.get', { DIALOG_ID: `chat${world.groupChatId}` })).counter;
    await expect.poll(unread).toBeLessThan(70);
    expect(await unread()).toBeGreaterThan(30);
    await alice.getByRole('button', { name: /To the newest message/ }).click();
    await message(alice, /News 70\./).waitFor();
    await expect.poll(unread).toBe(0);
    await expectEventsToExplain(alice);
  });
});
