import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { endSessions } from '#domain/sign-in/end-sessions.ts';
import { openSession } from '#domain/sign-in/open-session.ts';
import { barriersOn, describeInBrowser } from '../browser.ts';
import { openMessenger, openSignedIn } from '../scenes/messenger.ts';
import { userOf } from '../scenes/sign-in.ts';
import { createWorld, type World } from '../world.ts';

describeInBrowser('the browsers in which somebody is signed in', (open) => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld();
  });
  afterEach(() => world.close());

  const signIn = (userId: number, device: string) =>
    world.app.store.write(async (work) => openSession(work, await userOf(work, userId), { device }));
  const row = (page: Page, device: string) => page.getByRole('listitem').filter({ hasText: device });

  it('are listed in the settings, and ended one by one or all others', async () => {
    for (const device of ['Firefox, Linux', 'Safari, iOS', 'Edge, Windows']) await signIn(world.bob.id, device);
    const bob = await openMessenger(world, open, world.bob.id, { path: '/settings' });
    await row(bob, 'Unknown device').getByText('This browser').waitFor();
    await row(bob, 'Safari, iOS').getByRole('button', { name: 'Sign out: Safari, iOS' }).click();
    await row(bob, 'Safari, iOS').waitFor({ state: 'detached' });
    expect(await row(bob, 'Firefox, Linux').count()).toBe(1);
    expect(await barriersOn(bob)).toEqual([]);
    await bob.getByRole('button', { name: 'Sign out everywhere else' }).click();
    await row(bob, 'Firefox, Linux').waitFor({ state: 'detached' });
    expect(await bob.getByRole('main').getByRole('listitem').count()).toBe(1);
    await bob.reload();
    await row(bob, 'This browser').waitFor();
  });

  it('are listed to administrators, who end them', async () => {
    const { token } = await signIn(world.bob.id, 'Firefox, Linux');
    await signIn(world.bob.id, 'Safari, iOS');
    const alice = await openMessenger(world, open, world.alice.id, { path: '/people' });
    await alice.getByRole('row', { name: /Bob/ }).getByRole('button', { name: 'Sessions' }).click();
    const dialog = alice.getByRole('dialog', { name: 'Where Bob is signed in' });
    await dialog.getByRole('button', { name: 'Sign out: Safari, iOS' }).click();
    await dialog.getByText('Safari, iOS').waitFor({ state: 'detached' });
    expect(await barriersOn(alice)).toEqual([]);
    expect(await world.app.store.read((work) => work.webSessions.findByToken(token))).toBeDefined();
    await dialog.getByRole('button', { name: 'Sign out everywhere' }).click();
    await dialog.getByText('Signed in nowhere').waitFor();
    expect(await world.app.store.read((work) => work.webSessions.findByToken(token))).toBeUndefined();
  });

  it('lead to the start of signing in when somebody signs out, though the page was told before the answer came', async () => {
    const bob = await openSignedIn(world, open, world.bob.id);
    const isTold = new Promise((tell) => bob.on('websocket', (socket) => socket.on('close', tell)));
    await bob.route('**/logout', async (route) => {
      await world.app.store.write((work) => endSessions(work, world.bob.id, {}));
      await isTold;
      await route.fulfill({ status: 303, headers: { location: '/login' } });
    });
    await bob.goto(`${world.app.pagesUrl}/settings`);
    await bob.getByRole('heading', { level: 1 }).waitFor();
    await bob.getByRole('main').getByRole('button', { name: 'Sign out', exact: true }).click();
    await bob.waitForURL(/\/login/);
    expect(new URL(bob.url()).search).toBe('');
  });
});
