import { afterEach, beforeEach, expect, it } from 'vitest';
import { barriersOn, describeInBrowser } from '../browser.ts';
import { type Acting, actingBot } from '../scenes/acting-bots.ts';
import { fetch, textsOf } from '../scenes/fetching.ts';
import { openMessenger } from '../scenes/messenger.ts';
import { createWorld, type World } from '../world.ts';

const HOUR = 3_600_000;

describeInBrowser('the pages about bots that fetch their events', (open) => {
  let world: World;
  let acting: Acting;
  beforeEach(async () => {
    world = await createWorld();
    acting = await actingBot(world);
    await world.bob.ok('im.message.add', { DIALOG_ID: acting.bot, MESSAGE: 'will it rain?' });
  });
  afterEach(() => world.close());

  it('say how many wait, and that nobody fetches them', async () => {
    world.clock.advance(HOUR);
    const page = await openMessenger(world, open, world.alice.id, { path: '/bots' });
    const card = page.getByRole('article', { name: 'second' });
    await card.getByText('not fetched').waitFor();
    await card.getByText(/^2 for/).waitFor();
    expect(await barriersOn(page)).toEqual([]);
  });

  it('let what was given up be fetched again', async () => {
    await world.settled();
    world.clock.advance(25 * HOUR);
    await world.settled();
    const page = await openMessenger(world, open, world.alice.id, { path: '/deliveries' });
    await page.getByRole('row', { name: /ONIMBOTV2MESSAGEADD.*dead/ }).click();
    await page.getByRole('button', { name: 'Edit' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Retry' }).click();
    await page.getByText('It can be fetched again').waitFor();
    await page.getByRole('button', { name: 'Retry' }).waitFor({ state: 'detached' });
    const { nextOffset: offset } = await fetch(acting);
    await fetch(acting, { offset });
    await page.getByRole('button', { name: 'Send again' }).click();
    await page.getByText(/^It can be fetched again as event/).waitFor();
    expect(textsOf(await fetch(acting))).toEqual(['will it rain?']);
  });
});
