import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { endSessions } from '#domain/sign-in/end-sessions.ts';
import { changeAccount } from '#domain/user/change-account.ts';
import { type ControlledWorld, createControlledWorld } from '../controlled.ts';
import { browserOf, type SignedInBrowser, userOf } from '../scenes/sign-in.ts';

/*
 * What a page follows line by line, and whoever holds its connection open, has an end when its person may not see it any more.
 */

let world: ControlledWorld;
beforeEach(async () => {
  world = await createControlledWorld();
  // Bob administers the portal, too.
  await change(world.bob.id, { isAdmin: true });
});
afterEach(() => world.close());

const change = async (id: number, account: Parameters<typeof changeAccount>[2]) => {
  const changed = await world.app.store.write(async (work) => changeAccount(work, await userOf(work, id), account));
  expect(changed.ok).toBe(true);
};

/** Resolves when that page is told what happens; `text` when there is no more of it. */
async function follow({ cookie, csrf }: SignedInBrowser) {
  const response = await fetch(`${world.app.address}/control/tail`, {
    method: 'POST',
    headers: { cookie, 'x-bitrix-csrf-token': csrf, origin: world.app.address },
  });
  expect(response.status).toBe(200);
  return { text: response.text() };
}

describe('what happens in the portal', () => {
  const says = (MESSAGE: string) =>
    world.alice.ok('im.message.add', { DIALOG_ID: `chat${world.groupChatId}`, MESSAGE });

  it.each([
    ['is dismissed', () => change(world.bob.id, { isActive: false })],
    ['is no administrator any more', () => change(world.bob.id, { isAdmin: false })],
    ['is signed out', () => world.app.store.write((work) => endSessions(work, world.bob.id, {}))],
  ])('is told to an administrator until he %s', async (_, end) => {
    const { text } = await follow(await browserOf(world, world.bob.id));
    await says('while he may see it');
    await world.settled();
    await end();
    const told = await text;
    await says('after that');
    expect(told).toContain('while he may see it');
  });

  it('is told on to who stays as they are: another person, another browser of the same', async () => {
    const [left, right] = await Promise.all([browserOf(world, world.bob.id), browserOf(world, world.bob.id)]);
    const others = [await follow(right), await follow(await browserOf(world, world.alice.id))];
    const { text } = await follow(left);
    const [first] = await world.app.store.read((work) => work.webSessions.listOfUser(world.bob.id));
    await world.app.store.write((work) => endSessions(work, world.bob.id, { id: first?.id }));
    await text;
    await says('after he has left one browser');
    await world.settled();
    await world.app.store.write(async (work) => {
      for (const { id } of [world.alice, world.bob]) await endSessions(work, id, {});
    });
    for (const other of others) expect(await other.text).toContain('after he has left one browser');
  });
});
