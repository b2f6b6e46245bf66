import { expect, it } from 'vitest';
import { type Kept, LATER, UNFINISHED } from '../definition/unfinished.ts';
import { onceReady } from './in-steps.ts';

/** Looks until so many steps are taken; answers how many were when it looked. */
async function looks(needed: number, steps = needed): Promise<number[]> {
  let taken = 0;
  const seen: number[] = [];
  const answer = await onceReady(
    () => {
      seen.push(taken);
      return taken < needed ? UNFINISHED : 'ready';
    },
    async () => {
      taken += 1;
      return taken < steps;
    },
  );
  expect(answer).toBe('ready');
  return seen;
}

it('what only looks is run again after twice as many steps each time, or when there are no more', async () => {
  expect(await looks(0)).toEqual([0]);
  expect(await looks(3, 100)).toEqual([0, 1, 3]);
  expect(await looks(10)).toEqual([0, 1, 3, 7, 10]);
});

it('and without steps where it asks for another turn, with what it has kept', async () => {
  const counted = (kept: Kept) => {
    const turns = ((kept.found as number | undefined) ?? 0) + 1;
    kept.found = turns;
    return turns < 5 ? LATER : turns;
  };
  expect(await onceReady(counted, () => Promise.reject(new Error('No step is taken')))).toBe(5);
});

it('nobody is answered that it is unfinished: without a step it never ends', async () => {
  await expect(onceReady(() => UNFINISHED)).rejects.toThrow('It waits for a step, and has none');
});
