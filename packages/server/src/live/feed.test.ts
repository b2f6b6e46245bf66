import { expect, it } from 'vitest';
import { systemClock } from '#kit/clock.ts';
import { inWorld, type World } from '../../test/world.ts';
import { openFeed } from './feed.ts';
import type { FeedItem } from './feed-item.ts';

/** What a feed tells while something is done. */
async function toldDuring(world: World, act: () => Promise<unknown>): Promise<FeedItem[]> {
  await world.settled();
  const told: FeedItem[] = [];
  const onError = (error: unknown) => {
    throw error;
  };
  const { hub, store } = world.app;
  const feed = openFeed({ hub, store, clock: systemClock, onError }, (item) => told.push(item));
  await act();
  await world.settled();
  await feed.idle();
  feed.close();
  return told;
}

it('an event for an application that is not installed yet says why it is not sent', () =>
  inWorld({}, async (world) => {
    const application = await world.application({ isApiOnly: false });
    const bot = await world.bot({ application });
    const told = await toldDuring(world, () => world.bob.ok('im.message.add', { DIALOG_ID: bot, MESSAGE: 'hello' }));
    const deliveries = told.filter((item) => item.kind === 'delivery');
    expect(deliveries.map(({ result, error }) => [result, error])).toEqual(
      deliveries.map(() => ['dropped', 'its application is not installed yet, and is told nothing before']),
    );
    expect(deliveries.map(({ name }) => name)).toEqual(['ONIMBOTJOINCHAT', 'ONIMBOTMESSAGEADD']);
  }));

/** A message of the bot of a program that calls itself test-app, and the calls that the feed tells of. */
async function callsToldOf(world: World, more: object) {
  const bot = await world.bot();
  const send = () =>
    world.alice.call('imbot.message.add', {
      BOT_ID: bot,
      DIALOG_ID: world.bob.id,
      MESSAGE: 'Choose',
      CLIENT_ID: 'test-app',
      ...more,
    });
  return (await toldDuring(world, send)).filter((item) => item.kind === 'call');
}

const off = { TEXT: 'Off' };
const by = { kind: 'call', method: 'imbot.message.add', userId: 1, user: 'Alice Arden', program: 'test-app' };

it('a call of which parts are left out says whose it was, and what is wrong with them (R48)', () =>
  inWorld({}, async (world) => {
    const KEYBOARD = [{ TEXT: 'Yes', COMMAND: 'yes' }, off];
    expect(await callsToldOf(world, { KEYBOARD })).toMatchObject([
      { ...by, code: null, reason: null, details: [expect.stringMatching(/^KEYBOARD, button 2 "Off": has no action/)] },
    ]);
  }));

it('a call that is refused says why', () =>
  inWorld({}, async (world) => {
    const [call] = await callsToldOf(world, { KEYBOARD: [off] });
    expect(call).toMatchObject({
      ...by,
      code: 'KEYBOARD_ERROR',
      reason: 'Incorrect keyboard params',
      details: [expect.stringContaining('button 1 "Off"'), 'KEYBOARD: no button is left'],
    });
  }));

it('a refused call within a batch is told by its own name', () =>
  inWorld({}, async (world) => {
    const told = await toldDuring(world, () => world.alice.ok('batch', { cmd: { a: 'im.message.add', b: 'batch' } }));
    expect(told.map((item) => item.kind === 'call' && [item.method, item.code])).toEqual([
      ['im.message.add', 'USER_ID_EMPTY'],
      ['batch', 'ERROR_BATCH_METHOD_NOT_ALLOWED'],
    ]);
  }));

it('a call that does all that was asked is not told of', () =>
  inWorld({}, async (world) => {
    expect(await callsToldOf(world, { KEYBOARD: [{ TEXT: 'Yes', COMMAND: 'yes' }] })).toEqual([]);
  }));
