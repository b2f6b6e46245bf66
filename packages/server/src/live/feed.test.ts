import { expect, it } from 'vitest';
import { systemClock } from '#kit/clock.ts';
import { withScope } from '../../test/scenes/people.ts';
import { secondBot } from '../../test/scenes/second-bot.ts';
import { inWorld, post, type World } from '../../test/world.ts';
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

it('a notification is told with whom it is for', () =>
  inWorld({}, async (world) => {
    const told = await toldDuring(world, () =>
      world.alice.ok('im.notify.personal.add', {
        USER_ID: world.bob.id,
        MESSAGE: 'Remember [b]this[/b]',
        ATTACH: [{ MESSAGE: 'a card' }],
      }),
    );
    expect(told.filter(({ kind }) => kind === 'notification')).toMatchObject([
      { user: 'Bob Birch', author: 'Alice Arden', text: 'Remember [b]this[/b]', attach: ['a card'] },
    ]);
  }));

it('the events of a bot of generation 2 are told by the names that it hears', () =>
  inWorld({}, async (world) => {
    const bot = await secondBot(world, { handler: await world.handler() });
    const told = await toldDuring(world, () => world.bob.ok('im.message.add', { DIALOG_ID: bot, MESSAGE: 'hello' }));
    expect(told.filter((item) => item.kind === 'delivery')).toMatchObject([
      { name: 'ONIMBOTV2JOINCHAT', result: 'delivered' },
      { name: 'ONIMBOTV2MESSAGEADD', result: 'delivered' },
    ]);
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

it('a call of somebody who was not let in says what they showed, and nothing of how they showed it', () =>
  inWorld({}, async (world) => {
    const application = await world.application({ title: 'Weather' });
    const expired = await application.token(world.bob);
    const { url } = world.app;
    world.clock.advance(3_600_001);
    const told = await toldDuring(world, async () => {
      await post(`${url}/rest/im.message.add`, {});
      await post(`${url}/rest/2/wrongcode/im.message.add`, {});
      await post(`${url}/rest/77/wrongcode/im.message.add`, {});
      await post(`${url}/rest/2/wrongcode`, {});
      await post(`${url}/rest/wrongcode`, {});
      await post(`${url}/rest/profile`, { auth: 'wrongcode' });
      await post(`${url}/rest/profile`, { auth: expired });
    });
    expect(told.map((item) => item.kind === 'call' && [item.method, item.user, item.program, item.code])).toEqual([
      ['im.message.add', 'somebody without a webhook or a token', '', 'NO_AUTH_FOUND'],
      ['im.message.add', 'somebody at a webhook address of Bob Birch', '', 'INVALID_CREDENTIALS'],
      ['im.message.add', 'somebody at a webhook address of nobody', '', 'INVALID_CREDENTIALS'],
      ['a method that there is not', 'somebody at a webhook address of Bob Birch', '', 'INVALID_CREDENTIALS'],
      ['a method that there is not', 'somebody without a webhook or a token', '', 'NO_AUTH_FOUND'],
      ['profile', 'somebody with a token that is not of this portal', '', 'invalid_token'],
      ['profile', 'Bob Birch', 'Weather', 'expired_token'],
    ]);
    expect(JSON.stringify(told)).not.toMatch(new RegExp(`wrongcode|${expired}`));
  }));

it('a call that is refused before its method is looked at is told of, too', () =>
  inWorld({ limits: { rate: { requests: 2, drainedPerSecond: 1 } } }, async (world) => {
    const narrow = await withScope(world, world.bob, ['user']);
    const told = await toldDuring(world, async () => {
      await narrow.call('im.message.add', {});
      await world.alice.call('profile', { text: 'x'.repeat(5 * 1024 * 1024) });
      for (let i = 0; i < 3; i += 1) await world.bob.call('profile');
    });
    expect(told.map((item) => item.kind === 'call' && [item.method, item.user, item.code])).toEqual([
      ['im.message.add', 'Bob Birch', 'insufficient_scope'],
      ['profile', 'Alice Arden', 'INVALID_REQUEST'],
      ['profile', 'Bob Birch', 'QUERY_LIMIT_EXCEEDED'],
      ['profile', 'Bob Birch', 'QUERY_LIMIT_EXCEEDED'],
    ]);
  }));
