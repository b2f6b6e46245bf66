import { expect, it } from 'vitest';
import { Strangers } from './strangers.ts';

it('of the calls of strangers ten are told of in a second, and ten in the next', () => {
  const strangers = new Strangers();
  const admitted = (now: number) => Array.from({ length: 15 }, () => strangers.admits(now)).filter(Boolean).length;
  expect([admitted(5_000), admitted(5_999), admitted(6_000)]).toEqual([10, 0, 10]);
});
