import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { manualClock } from '#kit/clock.ts';
import { systemRandom } from '#kit/random.ts';
import { onBothDatabases } from '../../test/databases.ts';
import { createWorld, inWorld } from '../../test/world.ts';

const HOUR = 60 * 60 * 1000;
const random = { ...systemRandom, fraction: () => 0.5 };

/** A bot whose handler has refused one event, on a portal whose data outlives it. */
async function withOneRefused() {
  const folder = await mkdtemp(join(tmpdir(), 'botyard-'));
  const clock = manualClock();
  const home = await createWorld();
  const handler = await home.handler();
  const start = () => createWorld({ database: join(folder, 'portal.db'), clock, random });
  const world = await start();
  onTestFinished(async () => {
    await home.close();
    await rm(folder, { recursive: true });
  });
  const botId = await world.bot({ handler });
  const say = (MESSAGE: string) => world.alice.ok('im.message.add', { DIALOG_ID: botId, MESSAGE });
  await say('zero');
  await world.settled();
  handler.received.length = 0;
  handler.answer = () => ({ status: 503 });
  await say('one');
  await world.settled();
  handler.answer = () => ({ status: 200 });
  const texts = () => handler.events('ONIMBOTMESSAGEADD').map((body) => body.data.PARAMS.MESSAGE);
  return { clock, world, start, say, texts };
}

const SETTINGS = [
  ['back by an hour', -HOUR],
  ['back by 30 days', -30 * 24 * HOUR],
  ['to 1970', -Date.UTC(2026, 0, 5, 9, 0, 0)],
  ['forth by 30 days', 30 * 24 * HOUR],
] as const;

describe.each(SETTINGS)('a clock that is set %s', (_, by) => {
  test('makes no wait longer, and an event is not given up for it', async () => {
    const { clock, world, say, texts } = await withOneRefused();
    onTestFinished(() => world.close());
    clock.set(by);
    await say('two');
    await world.settled();
    expect(texts()).toEqual(['one']);
    clock.advance(5_000);
    await world.settled();
    expect(texts()).toEqual(['one', 'one', 'two']);
    clock.set(-by);
    await say('three');
    await world.settled();
    expect(texts().at(-1)).toBe('three');
  });

  test('keeps nothing back after a restart for longer than the schedule', async () => {
    const { clock, world, start, texts } = await withOneRefused();
    await world.close();
    clock.set(by);
    const next = await start();
    onTestFinished(() => next.close());
    await next.settled();
    clock.advance(5_000);
    await next.settled();
    expect(texts()).toEqual(['one', 'one']);
  });
});

/** Whose durations are no whole milliseconds, as with the clock of a machine. */
function finerClock() {
  const clock = manualClock();
  let readings = 0;
  return {
    ...clock,
    monotonic: () => {
      readings += 1;
      return clock.monotonic() + readings / 1_000;
    },
  };
}

onBothDatabases('a clock that counts parts of milliseconds', () => {
  test('lets failed tries be written down, so that the waits between them grow', () => {
    const clock = finerClock();
    return inWorld({ clock, random }, async (world) => {
      const handler = await world.handler();
      handler.answer = () => ({ status: 503 });
      const botId = await world.bot({ handler });
      await world.alice.ok('im.message.add', { DIALOG_ID: botId, MESSAGE: 'one' });
      await world.settled();
      const tries = [handler.received.length];
      for (const wait of [1_100, 3_000, 3_000]) {
        clock.advance(wait);
        await world.settled();
        tries.push(handler.received.length);
      }
      expect(tries).toEqual([1, 2, 2, 3]);
    });
  });
});
