import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ControlledWorld, createControlledWorld } from '../controlled.ts';
import { type Acting, actingBot } from '../scenes/acting-bots.ts';
import { fetch, fetchOwn, textsOf, typesOf } from '../scenes/fetching.ts';

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

  it('is not sent by hand, and has no form that could be looked at or edited', async () => {
    for (const event of await listed()) {
      const id = event?.id ?? 0;
      const refusal = `Event ${id} waits until it is fetched: nothing is sent`;
      await expect(world.control('event.retry', { id })).rejects.toThrow(refusal);
      await expect(world.control('event.resend', { id })).rejects.toThrow(refusal);
    }
    for (const id of await givenUp()) {
      const refusal = `Event ${id} was for a receiver that fetches its events itself: nothing is sent`;
      await expect(world.control('event.show', { id, isPrepared: true })).rejects.toThrow(refusal);
      const edited = world.control('event.resend', { id, set: { 'data[message][text]': 'other' } });
      await expect(edited).rejects.toThrow('there is no form that could be edited');
    }
  });
});

/** That nobody has fetched them in time; answers their ids. */
async function givenUp(): Promise<number[]> {
  await world.settled();
  world.clock.advance(25 * HOUR);
  await world.settled();
  const events = await listed();
  for (const event of events) expect(event).toMatchObject({ state: 'dead', reason: 'was not fetched within 24 hours' });
  return events.map((event) => event?.id ?? 0);
}

describe('an event that nobody has fetched in time', () => {
  it('can be fetched again, for another day, by bots and by programs of people', async () => {
    const [ofBot = 0, ofBob = 0] = await givenUp();
    for (const id of [ofBot, ofBob])
      expect((await world.control('event.retry', { id })).event).toMatchObject({ id, state: 'kept' });
    world.clock.advance(23 * HOUR);
    await world.settled();
    expect([textsOf(await fetch(acting)), textsOf(await fetchOwn(world.bob))]).toEqual([['hello'], ['hello']]);
    world.clock.advance(2 * HOUR);
    await world.settled();
    expect([await fetch(acting), await fetchOwn(world.bob)]).toMatchObject([{ events: [] }, { events: [] }]);
  });

  it('comes behind what was fetched, so that it is not confirmed by whoever has not seen it', async () => {
    const early = await fetch(acting);
    await givenUp();
    await world.bob.ok('im.message.add', { DIALOG_ID: acting.bot, MESSAGE: 'later' });
    const { nextOffset } = await fetch(acting);
    expect((await world.control('bot.replay', { bot: 'second' })).replayed).toBe(early.events.length);
    const again = await fetch(acting, { offset: nextOffset });
    expect(typesOf(again)).toEqual(typesOf(early));
    expect(again.events[0]?.eventId).toBeGreaterThanOrEqual(nextOffset);
    expect(await fetch(acting, { offset: again.nextOffset })).toMatchObject({ events: [], hasMore: false });
  });

  it('lets a call go on that waits for events', async () => {
    const [id = 0] = await givenUp();
    const waiting = fetch(acting, { wait: 25 });
    await world.control('event.retry', { id });
    expect(textsOf(await waiting)).toEqual(['hello']);
  });

  it('can be fetched once more under a new number when it was fetched already', async () => {
    const { nextOffset } = await fetch(acting);
    await fetch(acting, { offset: nextOffset });
    const [{ id } = { id: 0 }] = (await world.control('event.list', { bot: 'second' })).events;
    await expect(world.control('event.retry', { id })).rejects.toThrow(`Event ${id} was fetched. To send it anew`);
    const { event } = await world.control('event.resend', { id });
    expect(event).toMatchObject({ state: 'kept', resentFrom: id });
    expect(textsOf(await fetch(acting))).toEqual(['hello']);
  });

  it('stays where it is when its bot is gone', async () => {
    const [id = 0] = await givenUp();
    await acting.by('imbot.v2.Bot.unregister');
    await expect(world.control('event.retry', { id })).rejects.toThrow('nobody is there to fetch it');
  });
});

describe('of a bot that fetches people are told', () => {
  const stateOfBot = async () => (await world.control('bot.states', {})).bots.find(({ id }) => id === acting.bot);

  it('how many events wait since when, whether they were fetched, and when somebody asked', async () => {
    world.clock.advance(HOUR);
    const waiting = { count: 2, lagMs: HOUR };
    expect(await stateOfBot()).toMatchObject({ kept: { ...waiting, unconfirmed: 0 }, fetchedAt: null });
    const { nextOffset } = await fetch(acting);
    const fetchedAt = world.clock.now();
    expect(await stateOfBot()).toMatchObject({ kept: { ...waiting, unconfirmed: 2 }, fetchedAt });
    await fetch(acting, { offset: nextOffset });
    expect(await stateOfBot()).toMatchObject({ kept: { count: 0, unconfirmed: 0, lagMs: 0 }, fetchedAt });
    const { bots } = await world.control('status', {});
    expect(bots.find(({ id }) => id === acting.bot)).toMatchObject({ events: 'fetch', fetchedAt });
  });

  it('that nobody fetches what is kept for a person, among those who lag behind', async () => {
    const laggards = async () => (await world.control('status', {})).laggards;
    expect(await laggards()).toEqual([]);
    world.clock.advance(HOUR);
    expect(await laggards()).toMatchObject([{ kind: 'person', name: 'Bob Birch', kept: { count: 1 } }]);
    await fetchOwn(world.bob);
    expect(await laggards()).toEqual([]);
  });

  it('to the minute when somebody asked in vain, without a write at each call', async () => {
    const { nextOffset: offset } = await fetch(acting);
    await fetch(acting, { offset });
    const asked = world.clock.now();
    world.clock.advance(59_000);
    await fetch(acting, { offset });
    expect((await stateOfBot())?.fetchedAt).toBe(asked);
    world.clock.advance(1_000);
    await fetch(acting, { offset });
    expect((await stateOfBot())?.fetchedAt).toBe(asked + 60_000);
  });
});

describe('what a bot was to be sent before it began to fetch', () => {
  it('is kept for a day from then on, however long it has waited', async () => {
    const handler = await world.handler();
    await acting.by('imbot.v2.Bot.update', { fields: { eventMode: 'webhook', webhookUrl: handler.url } });
    await world.control('bot.pause', { bot: 'second' });
    await world.bob.ok('im.message.add', { DIALOG_ID: acting.bot, MESSAGE: 'held' });
    world.clock.advance(72 * HOUR);
    await world.settled();
    await acting.by('imbot.v2.Bot.update', { fields: { eventMode: 'fetch' } });
    world.clock.advance(23 * HOUR);
    await world.settled();
    expect(textsOf(await fetch(acting))).toEqual(['hello', 'held']);
  });

  it('can be confirmed although it was a dead letter that was fetched long ago', async () => {
    const handler = await world.handler();
    handler.answer = () => ({ status: 503 });
    await fetch(acting);
    await givenUp();
    await world.bob.ok('im.message.add', { DIALOG_ID: acting.bot, MESSAGE: 'later' });
    const { nextOffset } = await fetch(acting);
    await fetch(acting, { offset: nextOffset });
    await acting.by('imbot.v2.Bot.update', { fields: { eventMode: 'webhook', webhookUrl: handler.url } });
    await world.control('bot.replay', { bot: 'second' });
    await world.settled();
    await acting.by('imbot.v2.Bot.update', { fields: { eventMode: 'fetch' } });
    const again = await fetch(acting, { offset: nextOffset });
    expect(textsOf(again)).toEqual(['hello']);
    expect(await fetch(acting, { offset: again.nextOffset })).toMatchObject({ events: [], hasMore: false });
  });

  it('is tried again by hand where it is sent still, as it was recorded for a bot of generation 1', async () => {
    const application = await world.application();
    const handler = await world.handler();
    const BOT_ID = await world.bot({ application, clientId: '', handler });
    await world.bob.ok('im.message.add', { DIALOG_ID: BOT_ID, MESSAGE: 'first' });
    await world.settled();
    handler.answer = () => ({ status: 503 });
    await world.bob.ok('im.message.add', { DIALOG_ID: BOT_ID, MESSAGE: 'before' });
    await world.settled();
    await application.ok('imbot.v2.Bot.update', { botId: BOT_ID, fields: { eventMode: 'fetch' } });
    await world.bob.ok('im.message.add', { DIALOG_ID: BOT_ID, MESSAGE: 'after' });
    handler.answer = () => ({ status: 200 });
    await world.control('bot.retry', { bot: String(BOT_ID) });
    await world.settled();
    expect(handler.events('ONIMBOTMESSAGEADD').at(-1)?.data.PARAMS.MESSAGE).toBe('before');
    expect(textsOf(await application.ok('imbot.v2.Event.get', { botId: BOT_ID }))).toEqual(['after']);
    await expect(world.control('bot.retry', { bot: String(BOT_ID) })).rejects.toThrow('fetches its events itself');
  });
});
