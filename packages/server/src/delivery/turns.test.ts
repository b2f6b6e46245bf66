import { expect, test } from 'vitest';
import { Turns } from './turns.ts';

const numbers = (from: number, count: number) => Array.from({ length: count }, (_, i) => from + i);

test('so many pieces of work are done at once, the others in the next turns of the loop, in their order', async () => {
  const turns = new Turns(3);
  const done: number[] = [];
  for (const n of numbers(0, 8)) turns.run(() => done.push(n));
  expect(done).toEqual(numbers(0, 3));
  expect(turns.isEmpty).toBe(false);
  await new Promise(setImmediate);
  expect(done).toEqual(numbers(0, 6));
  await new Promise(setImmediate);
  expect(done).toEqual(numbers(0, 8));
  expect(turns.isEmpty).toBe(true);
});

test('what comes while others wait takes its place behind them', async () => {
  const turns = new Turns(2);
  const done: string[] = [];
  for (const name of ['a', 'b', 'c', 'd', 'e']) turns.run(() => done.push(name));
  await new Promise(setImmediate);
  turns.run(() => done.push('late'));
  expect(done).toEqual(['a', 'b', 'c', 'd']);
  await new Promise(setImmediate);
  expect(done).toEqual(['a', 'b', 'c', 'd', 'e', 'late']);
});

test('what is alone never waits', async () => {
  const turns = new Turns(1);
  const done: number[] = [];
  for (const n of numbers(0, 3)) {
    turns.run(() => done.push(n));
    expect(done).toHaveLength(n + 1);
    await new Promise(setImmediate);
  }
});
