import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { endSessions } from '#domain/sign-in/end-sessions.ts';
import { openSession } from '#domain/sign-in/open-session.ts';
import { changeAccount } from '#domain/user/change-account.ts';
import { describeInBrowser } from '../browser.ts';
import { field, message, write } from '../scenes/conversation.ts';
import { expectEventsToExplain, openMessenger } from '../scenes/messenger.ts';
import { userOf } from '../scenes/sign-in.ts';
import { createWorld, type World } from '../world.ts';

describeInBrowser('somebody who has two tabs open', (open) => {
  let world: World;
  let path: string;
  beforeEach(async () => {
    world = await createWorld();
    path = `/chat/chat${world.groupChatId}`;
  });
  afterEach(() => world.close());

  /** Of one browser, with the same chat in both. */
  async function twoTabs(): Promise<[Page, Page]> {
    const one = await openMessenger(world, open, world.alice.id, { path });
    const other = await one.context().newPage();
    await other.goto(one.url());
    for (const tab of [one, other]) await field(tab).waitFor();
    return [one, other];
  }

  const refuse = (tab: Page) =>
    tab.route('**/rest/im.message.add', (route) =>
      route.fulfill({ status: 400, json: { error: 'ACCESS_ERROR', error_description: 'Action unavailable' } }),
    );

  it('finds what was begun in one in the other, and it is gone from both when it is sent', async () => {
    const [one, other] = await twoTabs();
    await field(one).pressSequentially('half a thought');
    await expect.poll(() => field(other).inputValue()).toBe('half a thought');
    await field(other).pressSequentially(', and the rest');
    await expect.poll(() => field(one).inputValue()).toBe('half a thought, and the rest');
    await other.keyboard.press('Enter');
    await message(one, 'half a thought, and the rest').waitFor();
    await expect.poll(() => field(one).inputValue()).toBe('');
    await expectEventsToExplain(one);
  });

  it('changes a message in one and loses nothing of what is begun in the other', async () => {
    await world.alice.ok('im.message.add', { DIALOG_ID: `chat${world.groupChatId}`, MESSAGE: 'a typo' });
    const [one, other] = await twoTabs();
    await message(one, 'a typo').waitFor();
    await field(one).press('ArrowUp');
    await expect.poll(() => field(one).inputValue()).toBe('a typo');
    await field(other).pressSequentially('meanwhile');
    await expect.poll(() => field(other).inputValue()).toBe('meanwhile');
    await field(one).press('Escape');
    await expect.poll(() => field(one).inputValue()).toBe('meanwhile');
  });

  const isAsked = (tab: Page) => tab.waitForURL(`**/login?next=${encodeURIComponent(path)}`);

  it('signs out in one, and is asked in the other at once to sign in', async () => {
    const [one, other] = await twoTabs();
    await one.goto(`${world.app.pagesUrl}/settings`);
    await one.getByRole('button', { name: 'Sign out', exact: true }).click();
    await isAsked(other);
  });

  it('goes on as somebody else in one, and is that person in the other, too', async () => {
    const [one, other] = await twoTabs();
    const [cookie] = await one.context().cookies();
    if (!cookie) throw new Error('Nobody is signed in');
    const isAnew = other.waitForEvent('domcontentloaded');
    const { token } = await world.app.store.write(async (work) => openSession(work, await userOf(work, world.bob.id)));
    await one.context().addCookies([{ ...cookie, value: token }]);
    await world.app.store.write((work) => endSessions(work, world.alice.id, {}));
    await isAnew;
    await write(other, 'who says this?');
    await message(other, 'who says this?').getByRole('img', { name: 'Sent' }).waitFor();
    const { messages } = await world.bob.ok('im.dialog.messages.get', { DIALOG_ID: `chat${world.groupChatId}` });
    expect(messages[0]).toMatchObject({ author_id: world.bob.id, text: 'who says this?' });
  });

  it('is dismissed, and asked in both at once to sign in', async () => {
    const tabs = await twoTabs();
    const { store } = world.app;
    const second = await store.write(async (work) =>
      changeAccount(work, await userOf(work, world.bob.id), { isAdmin: true }),
    );
    expect(second.ok).toBe(true);
    await store.write(async (work) => changeAccount(work, await userOf(work, world.alice.id), { isActive: false }));
    await Promise.all(tabs.map(isAsked));
  });

  it('keeps a line that was refused in one while the other goes on writing', async () => {
    const [one, other] = await twoTabs();
    await refuse(one);
    await write(one, 'will it go?');
    await one.getByText('Action unavailable').waitFor();
    await write(other, 'this one does');
    await message(other, 'this one does').getByRole('img', { name: 'Sent' }).waitFor();
    await one.reload();
    await one.getByText('Action unavailable').waitFor();
    await one.getByText('will it go?').waitFor();
  });

  it('finds lines that were kept by an older page', async () => {
    const page = await openMessenger(world, open, world.alice.id, { path });
    await field(page).waitFor();
    const line = { uuid: crypto.randomUUID(), dialogId: `chat${world.groupChatId}`, text: 'of before', writtenAt: 1 };
    const lines = JSON.stringify([{ ...line, state: 'failed', reason: 'Action unavailable' }]);
    await page.evaluate(`localStorage.setItem('lines-${world.alice.id}', ${JSON.stringify(lines)})`);
    for (const _ of ['when it is loaded', 'and once more']) {
      await page.reload();
      await page.getByText('of before').waitFor();
    }
    await page.getByRole('button', { name: 'Send again' }).click();
    await message(page, 'of before').getByRole('img', { name: 'Sent' }).waitFor();
  });

  it('takes a line away in one that was refused, and it is gone from the other and from later ones', async () => {
    const [one, other] = await twoTabs();
    await refuse(one);
    await write(one, 'better not');
    await one.getByText('Action unavailable').waitFor();
    await other.reload();
    await other.getByText('better not').waitFor();
    await one.getByRole('button', { name: 'Remove' }).click();
    for (const tab of [one, other]) await tab.getByText('better not').waitFor({ state: 'detached' });
    await write(other, 'this one goes');
    await message(other, 'this one goes').getByRole('img', { name: 'Sent' }).waitFor();
    await one.reload();
    await message(one, 'this one goes').waitFor();
    expect(await one.getByText('better not').count()).toBe(0);
  });
});
