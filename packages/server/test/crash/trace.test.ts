import { describe, expect, it } from 'vitest';
import { type Demand, faultsOf, type Trace } from './trace.ts';

const a = (id: number) => ({ dialog: 'a', id });
const b = (id: number) => ({ dialog: 'b', id });
const demand: Demand = { kills: 2, writes: 3, dialogs: 2, inFlight: 8 };
const sound: Trace = {
  acknowledged: [a(1), b(2), a(3)],
  // The answer to b/4 was lost with the process; the message was not.
  stored: [a(1), a(3), b(2), b(4)],
  arrived: [a(1), b(2), a(1), a(3), b(4)],
  inFlight: [8, 9],
};

describe('the checker of the crash test', () => {
  it('finds nothing in a sound trace', () => expect(faultsOf(sound, demand)).toEqual([]));

  it.each<[string, Partial<Trace>, string[]]>([
    [
      'a message that was lost',
      { stored: [a(1), b(2), b(4)] },
      ['lost: a/3 was acknowledged and is not in the history'],
    ],
    [
      'an event that never came',
      { arrived: [a(1), a(1), a(3), b(4)] },
      ['undelivered: b/2 is in the history and did not reach the handler'],
    ],
    [
      'two events that changed places',
      { arrived: [a(3), a(1), a(1), b(2), b(4)] },
      ['out of order: a/1 came for the first time after 3'],
    ],
    ['too few writes', { acknowledged: [a(1), b(2)] }, ['too little: 2 writes, not 3']],
    ['too few dialogs', { acknowledged: [a(1), a(3), a(3)] }, ['too little: 1 dialogs, not 2']],
    ['no repeat', { arrived: [a(1), b(2), a(3), b(4)] }, ['too little: nothing was delivered twice']],
    ['too few kills', { inFlight: [9] }, ['too little: 1 kills, not 2']],
    ['a kill in an idle moment', { inFlight: [9, 7] }, ['too little: 7 writes in flight at a kill, not 8']],
  ])('finds %s', (_, change, faults) => expect(faultsOf({ ...sound, ...change }, demand)).toEqual(faults));

  it('does not mind a repeat that comes after later events', () => {
    expect(faultsOf({ ...sound, arrived: [a(1), b(2), a(3), a(1), b(4)] }, demand)).toEqual([]);
  });
});
