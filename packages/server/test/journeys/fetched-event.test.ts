import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ControlledWorld, createControlledWorld } from '../controlled.ts';
import { type Acting, actingBot } from '../scenes/acting-bots.ts';
import { fetch, fetchOwn } from '../scenes/fetching.ts';

/*
 * What people are shown of events that are fetched, and what they can do about them.
 */

const HOUR = 3_600_000;

let world: ControlledWorld;
let acting: Acting;
beforeEach(async () => {
  world = await createControlledWorld();
  acting = await actingBot(world);
  await world.bob.ok('im.v2.Event.subscribe');
  await world.bob.ok('im.message.add', { DIALOG_ID: acting.bot, MESSAGE: 'hello' });
});
afterEach(() => world.close());

/** The newest of each receiver, the bot's first. */
async function listed() {
  const { events } = await world.control('event.list', {});
  return ['second', 'Bob Birch'].map((receiver) => events.find((event) => event.receiver === receiver));
}

describe('an event that is fetched', () => {
  it('bears the name that its receiver knows, and that of the person for whom it is kept', async () => {
    const waiting = { state: 'kept', isFetched: true, reason: 'it is kept until it is fetched' };
    expect(await listed()).toMatchObject([
      { ...waiting, name: 'ONIMBOTV2MESSAGEADD' },
      { ...waiting, name: 'ONIMV2MESSAGEADD' },
    ]);
  });

  it('is said to have been fetched, without a time in which it was answered', async () => {
    const { nextOffset } = await fetchOwn(world.bob);
    await fetchOwn(world.bob, { offset: nextOffset });
    await fetch(acting, { offset: (await fetch(acting)).nextOffset });
    const fetched = { state: 'delivered', reason: 'it was fetched' };
    const events = await listed();
    expect(events).toMatchObject([fetched, fetched]);
    expect((await world.control('event.show', { id: events[0]?.id ?? 0 })).tries).toEqual([]);
    const { bots } = await world.control('status', {});
    expect(bots.find(({ id }) => id === acting.bot)?.answerMs).toBeNull();
    expect((await world.control('event.stats', {})).answerMs).toBeNull();
  });

  it('is not sent by hand when nobody has fetched it in time', async () => {
    await world.settled();
    world.clock.advance(25 * HOUR);
    await world.settled();
    for (const event of await listed()) {
      expect(event).toMatchObject({ state: 'dead', reason: 'was not fetched within 24 hours' });
      const id = event?.id ?? 0;
      const refusal = `Event ${id} was for a receiver that fetches its events itself: nothing is sent`;
      await expect(world.control('event.retry', { id })).rejects.toThrow(refusal);
      await expect(world.control('event.resend', { id })).rejects.toThrow(refusal);
      await expect(world.control('event.show', { id, isPrepared: true })).rejects.toThrow(refusal);
    }
  });
});
