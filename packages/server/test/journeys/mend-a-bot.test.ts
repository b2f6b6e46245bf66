import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ControlledWorld, createControlledWorld } from '../controlled.ts';
import type { Handler } from '../world.ts';

const SECOND = 1_000;
const HOUR = 3_600_000;

let world: ControlledWorld;
let handler: Handler;
let botId: number;
beforeEach(async () => {
  world = await createControlledWorld();
  handler = await world.handler();
  botId = await world.bot({ handler });
  await say('first');
  handler.received.length = 0;
});
afterEach(() => world.close());

const say = async (MESSAGE: string, person = world.bob) => {
  await person.ok('im.message.add', { DIALOG_ID: botId, MESSAGE });
  await world.settled();
};
const arrived = () => handler.events('ONIMBOTMESSAGEADD').map((body) => body.data.PARAMS.MESSAGE);
const failWith = (status: number) => {
  handler.answer = () => ({ status, body: `no: ${status}` });
};
const mend = () => {
  handler.answer = () => ({ status: 200 });
  handler.received.length = 0;
};
const failed = async () => (await world.control('event.list', { isFailed: true })).events;
const newest = async () => {
  const [event] = (await world.control('event.list', {})).events;
  if (!event) throw new Error('There is no event');
  return event;
};
const BOT = { bot: 'test-bot' };

describe('an event that failed', () => {
  it('shows what was sent, what was answered and why it failed', async () => {
    failWith(500);
    await say('hello');
    world.clock.advance(SECOND * 2);
    await world.settled();
    const [listed] = await failed();
    expect(listed).toMatchObject({ name: 'ONIMBOTMESSAGEADD', state: 'pending', reason: 'answered 500', tries: 2 });
    const { event, tries, prepared } = await world.control('event.show', { id: listed?.id ?? 0 });
    expect(event).toEqual(listed);
    expect(prepared).toBeNull();
    expect(tries).toHaveLength(2);
    expect(tries[1]).toMatchObject({ status: 500, answer: 'no: 500', reason: 'answered 500' });
    expect(tries[1]?.request).toMatchObject({ url: handler.url });
    expect(tries[1]?.request?.body).toContain('auth%5Bapplication_token%5D=***');
    expect(tries[1]?.request?.headers).toContainEqual({ name: 'Webhook-Signature', value: '***' });
    expect(tries[1]?.ms.waited).toBeGreaterThanOrEqual(SECOND * 0.8);
  });

  it('can be had as it would go out now, with tokens that work', async () => {
    failWith(400);
    await say('hello');
    const { prepared } = await world.control('event.show', { id: (await newest()).id, isPrepared: true });
    const sent = await fetch(prepared?.url ?? '', {
      method: 'POST',
      headers: Object.fromEntries(prepared?.headers.map(({ name, value }) => [name, value]) ?? []),
      body: prepared?.body ?? '',
    });
    expect(sent.status).toBe(400);
    const [first, second] = handler.received.map(({ body }) => body);
    expect(second.data.PARAMS).toEqual(first.data.PARAMS);
    expect(second.auth.application_token).toBe(first.auth.application_token);
  });

  it('is tried at once when it is told to, with all that waits behind it', async () => {
    failWith(503);
    for (const text of ['one', 'two']) await say(text);
    const [second, first] = (await world.control('event.list', { limit: 2 })).events;
    expect(second?.reason).toBe(`it waits for event ${first?.id}, which goes before it`);
    mend();
    await world.settled();
    expect(arrived()).toEqual([]);
    await world.control('bot.retry', BOT);
    await world.settled();
    expect(arrived()).toEqual(['one', 'two']);
  });

  it('goes out again under its old id after it was given up', async () => {
    failWith(404);
    await say('hello');
    const id = handler.received[0]?.headers['webhook-id'];
    mend();
    const { event } = await world.control('event.retry', { id: (await newest()).id });
    expect(event.state).toBe('pending');
    await world.settled();
    expect(handler.received.map(({ headers }) => headers['webhook-id'])).toEqual([id]);
    expect((await newest()).state).toBe('delivered');
    await expect(world.control('event.retry', { id: event.id })).rejects.toThrow(
      /has arrived. To send it anew: .*resend/,
    );
  });

  it('is skipped, and its dialog goes on', async () => {
    failWith(500);
    for (const text of ['poison', 'next']) await say(text);
    const id = (await failed()).at(-1)?.id ?? 0;
    handler.answer = ({ body }) => ({ status: body.data.PARAMS.MESSAGE === 'poison' ? 500 : 200 });
    handler.received.length = 0;
    const { event } = await world.control('event.skip', { id });
    expect(event).toMatchObject({ state: 'dropped', reason: 'skipped by hand' });
    await world.control('bot.retry', BOT);
    await world.settled();
    expect(arrived()).toEqual(['next']);
    await expect(world.control('event.skip', { id })).rejects.toThrow(/does not wait/);
  });

  it('is skipped while it is on the wire, and not tried again after that', async () => {
    let answer: () => void = () => undefined;
    const asked = new Promise<void>((begun) => {
      handler.answer = () =>
        new Promise((resolve) => {
          answer = () => resolve({ status: 500 });
          begun();
        });
    });
    await world.bob.ok('im.message.add', { DIALOG_ID: botId, MESSAGE: 'poison' });
    await asked;
    await world.control('event.skip', { id: (await newest()).id });
    mend();
    answer();
    await world.settled();
    world.clock.advance(HOUR);
    await world.settled();
    expect(arrived()).toEqual([]);
    expect((await newest()).state).toBe('dropped');
  });
});

describe('what waits because its bot was down goes out at once', () => {
  beforeEach(async () => {
    failWith(503);
    for (const person of [world.alice, world.bob, world.carol]) await say(`hello from ${person.id}`, person);
    mend();
    await world.settled();
    expect(arrived()).toEqual([]);
  });
  const all = ['hello from 1', 'hello from 2', 'hello from 3'];

  it('when the bot is registered once more', async () => {
    await world.bot({ handler });
    await world.settled();
    expect(arrived().sort()).toEqual(all);
  });

  it('and soon once more where the bot does not listen yet', async () => {
    world.clock.advance(HOUR / 4);
    failWith(503);
    await world.bot({ handler });
    await world.settled();
    mend();
    world.clock.advance(7 * SECOND);
    await world.settled();
    expect(arrived().sort()).toEqual(all);
  });

  it('when the bot is changed', async () => {
    const FIELDS = { EVENT_HANDLER: handler.url };
    await world.alice.ok('imbot.update', { BOT_ID: botId, CLIENT_ID: 'test-app', FIELDS });
    await world.settled();
    expect(arrived().sort()).toEqual(all);
  });
});

it('an application that binds an event at its address hears at once what waits there', async () => {
  const application = await world.application();
  const bind = (event: string) => application.ok('event.bind', { event, handler: handler.url });
  await bind('ONAPPTEST');
  failWith(503);
  await application.ok('event.test', {});
  await world.settled();
  mend();
  await world.settled();
  expect(handler.received).toEqual([]);
  await bind('ONAPPUPDATE');
  await world.settled();
  expect(handler.events('ONAPPTEST')).toHaveLength(1);
});

describe('a dead letter that is sent anew', () => {
  it('arrives edited, under a new id that names the old one', async () => {
    failWith(400);
    await say('hello');
    const old = await newest();
    mend();
    const set = { 'data[PARAMS][MESSAGE]': 'hello & goodbye' };
    const { event } = await world.control('event.resend', { id: old.id, set });
    await world.settled();
    expect(arrived()).toEqual(['hello & goodbye']);
    const headers = handler.received[0]?.headers;
    expect(headers?.['webhook-id']).toBe(`evt_${event.id}`);
    expect(headers?.['x-botyard-resent-from']).toBe(`evt_${old.id}`);
    expect(await newest()).toMatchObject({ id: event.id, resentFrom: old.id, isEdited: true, state: 'delivered' });
    expect((await world.control('event.show', { id: old.id })).resentAs).toEqual([event.id]);
  });

  it('can be edited as a whole form, whose secrets are made anew', async () => {
    failWith(400);
    await say('hello');
    const { id } = await newest();
    const kept = (await world.control('event.show', { id })).tries[0]?.request?.body ?? '';
    mend();
    const body = kept.replace('MESSAGE%5D=hello', 'MESSAGE%5D=edited').replace(/&data%5BPARAMS%5D%5BPUSH%5D=Y/, '');
    await world.control('event.resend', { id, body });
    await world.settled();
    const sent = handler.received[0]?.body;
    expect(sent.data.PARAMS).toMatchObject({ MESSAGE: 'edited' });
    expect(sent.data.PARAMS).not.toHaveProperty('PUSH');
    expect(sent.auth.application_token).toMatch(/^\w{32}$/);
  });

  it('cannot be given secrets', async () => {
    await expect(
      world.control('event.resend', { id: (await newest()).id, set: { 'auth[access_token]': 'mine' } }),
    ).rejects.toThrow(/is secret and made anew/);
  });
});

describe('a bot that is paused', () => {
  it('gets nothing, and for an hour nothing of what waits grows old', async () => {
    failWith(500);
    await say('one');
    const [before] = await failed();
    expect(await world.control('bot.pause', BOT)).toMatchObject({ waiting: 1, pausedAt: world.clock.now() });
    mend();
    const due = (before?.nextTryAt ?? 0) - world.clock.now();
    await say('two');
    await say('from Alice', world.alice);
    world.clock.advance(HOUR);
    await world.settled();
    expect(handler.received).toEqual([]);
    expect((await newest()).reason).toBe('its bot is paused');
    expect(await world.control('bot.resume', BOT)).toMatchObject({ pausedAt: null });
    await world.settled();
    const [after] = await failed();
    expect((after?.nextTryAt ?? 0) - world.clock.now()).toBe(due);
    expect(arrived()).toEqual(['from Alice']);
    world.clock.advance(due);
    await world.settled();
    expect(arrived()).toEqual(['from Alice', 'one', 'two']);
    await expect(world.control('bot.resume', BOT)).rejects.toThrow('"test-bot" is not paused');
  });
});

it('without retries, what fails is a dead letter at once', async () => {
  expect(await world.control('bot.retries', { ...BOT, isOn: false })).toMatchObject({ retries: false });
  failWith(500);
  await say('hello');
  expect(await newest()).toMatchObject({ state: 'dead', reason: 'answered 500', tries: 1 });
});

it('a test event says that it is one', async () => {
  const { event } = await world.control('bot.test', { ...BOT, event: 'OnImBotMessageAdd' });
  await world.settled();
  expect(event).toMatchObject({ isTest: true, name: 'ONIMBOTMESSAGEADD' });
  expect(arrived()).toEqual(['This is a test event: nothing was written']);
  expect(handler.received[0]?.headers['x-botyard-test']).toBe('1');
  await expect(world.control('bot.test', { ...BOT, event: 'ONUSERADD' })).rejects.toThrow(/It can hear: ONIMBOT/);
  await expect(world.control('bot.test', { ...BOT, event: 'ONIMCOMMANDADD' })).rejects.toThrow(/has no command yet/);
});

it('dead letters of a bot go out again in their order, before what came after them', async () => {
  failWith(404);
  for (const text of ['one', 'two', 'three']) await say(text);
  // Her first word comes with the news that there is a chat.
  await say('from Alice', world.alice);
  await world.control('bot.pause', BOT);
  mend();
  await say('four');
  expect(await world.control('bot.replay', BOT)).toMatchObject({ replayed: 5, waiting: 6 });
  await world.control('bot.resume', BOT);
  await world.settled();
  expect(arrived().filter((text) => text !== 'from Alice')).toEqual(['one', 'two', 'three', 'four']);
  expect(arrived()).toHaveLength(5);
  expect(await failed()).toEqual([]);
});
