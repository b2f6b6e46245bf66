import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BOT, createMending, HOUR, type Mending } from '../scenes/mending.ts';

let portal: Mending;
beforeEach(async () => {
  portal = await createMending();
});
afterEach(() => portal.close());

describe('a bot that is paused', () => {
  it('gets nothing, and for an hour nothing of what waits grows old', async () => {
    portal.failWith(500);
    await portal.write('one');
    const [before] = await portal.failed();
    expect(await portal.control('bot.pause', BOT)).toMatchObject({ waiting: 1, pausedAt: portal.clock.now() });
    portal.mend();
    const due = (before?.nextTryAt ?? 0) - portal.clock.now();
    await portal.write('two');
    await portal.write('from Alice', portal.alice);
    portal.clock.advance(HOUR);
    await portal.settled();
    expect(portal.listener.received).toEqual([]);
    expect((await portal.newest()).reason).toBe('its bot is paused');
    expect(await portal.control('bot.resume', BOT)).toMatchObject({ pausedAt: null });
    await portal.settled();
    const [after] = await portal.failed();
    expect((after?.nextTryAt ?? 0) - portal.clock.now()).toBe(due);
    expect(portal.arrived()).toEqual(['from Alice']);
    portal.clock.advance(due);
    await portal.settled();
    expect(portal.arrived()).toEqual(['from Alice', 'one', 'two']);
    await expect(portal.control('bot.resume', BOT)).rejects.toThrow('"test-bot" is not paused');
  });
});

it('without retries, what fails is a dead letter at once', async () => {
  expect(await portal.control('bot.retries', { ...BOT, isOn: false })).toMatchObject({ retries: false });
  portal.failWith(500);
  await portal.write('hello');
  expect(await portal.newest()).toMatchObject({ state: 'dead', reason: 'answered 500', tries: 1 });
});

it('a test event says that it is one', async () => {
  const { event } = await portal.control('bot.test', { ...BOT, event: 'OnImBotMessageAdd' });
  await portal.settled();
  expect(event).toMatchObject({ isTest: true, name: 'ONIMBOTMESSAGEADD' });
  expect(portal.arrived()).toEqual(['This is a test event: nothing was written']);
  expect(portal.listener.received[0]?.headers['x-botyard-test']).toBe('1');
  await expect(portal.control('bot.test', { ...BOT, event: 'ONUSERADD' })).rejects.toThrow(/It can hear: ONIMBOT/);
  await expect(portal.control('bot.test', { ...BOT, event: 'ONIMCOMMANDADD' })).rejects.toThrow(/has no command yet/);
});
