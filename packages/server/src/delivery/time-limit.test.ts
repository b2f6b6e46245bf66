import { expect, test } from 'vitest';
import { manualClock } from '#kit/clock.ts';
import { ENDED_AT_ONCE, TimeLimit } from './time-limit.ts';

test('each is over so long after it began, unless it is called off', () => {
  const clock = manualClock();
  const limit = new TimeLimit(clock, 10_000);
  const over: string[] = [];
  limit.start(() => over.push('first'));
  clock.advance(4_000);
  const callOff = limit.start(() => over.push('called off'));
  limit.start(() => over.push('last'));
  callOff();
  clock.advance(6_000);
  expect(over).toEqual(['first']);
  clock.advance(3_999);
  expect(over).toEqual(['first']);
  clock.advance(1);
  expect(over).toEqual(['first', 'last']);
});

test('of many that are over at once a few are ended in a turn of the loop', async () => {
  const clock = manualClock();
  const limit = new TimeLimit(clock, 10_000);
  let over = 0;
  const count = () => {
    over += 1;
  };
  const callOffs = Array.from({ length: 3 * ENDED_AT_ONCE }, () => limit.start(count));
  clock.advance(10_000);
  expect(over).toBe(ENDED_AT_ONCE);
  // It ends by itself before its turn comes.
  callOffs.at(-1)?.();
  await new Promise(setImmediate);
  await new Promise(setImmediate);
  expect(over).toBe(3 * ENDED_AT_ONCE - 1);
});

test('nothing is over after the end', () => {
  const clock = manualClock();
  const limit = new TimeLimit(clock, 10_000);
  limit.start(() => expect.unreachable());
  limit.stop();
  clock.advance(20_000);
});
