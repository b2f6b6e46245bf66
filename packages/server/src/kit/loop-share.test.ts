import { describe, expect, it } from 'vitest';
import { manualClock } from './clock.ts';
import { LoopShare } from './loop-share.ts';
import { othersTurn } from './others-turn.ts';

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** A share, and which pieces of work were done in which turn of the loop. */
function shared() {
  const clock = manualClock();
  const share = new LoopShare(clock.monotonic);
  const done: string[] = [];
  const ask = (name: string, milliseconds: number) =>
    share.run(() => {
      clock.advance(milliseconds);
      done.push(name);
    });
  return { ask, done };
}

describe('work of one turn of the event loop', () => {
  it('is done at once while there is time', () => {
    const { ask, done } = shared();
    for (let n = 0; n < 10; n += 1) ask('small', 0.9);
    expect(done.length).toBe(10);
  });

  it('waits for later turns, in its order, when there is more of it', async () => {
    const { ask, done } = shared();
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) ask(name, 6);
    expect(done).toEqual(['a', 'b']);
    const counts = [];
    while (done.length < 6) {
      await turn();
      counts.push(done.length);
    }
    expect(done).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    expect(counts.length).toBeGreaterThanOrEqual(2);
  });

  it('does not go before what waits already', async () => {
    const { ask, done } = shared();
    ask('long', 30);
    ask('waits', 30);
    await turn();
    ask('new', 0);
    while (done.length < 3) await turn();
    expect(done).toEqual(['long', 'waits', 'new']);
  });
});

it('who lets others go first comes back in the order of asking', async () => {
  const came: number[] = [];
  await Promise.all([1, 2, 3].map((n) => othersTurn().then(() => came.push(n))));
  expect(came).toEqual([1, 2, 3]);
});
