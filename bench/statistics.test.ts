import { describe, expect, it } from 'vitest';
import { halfWidth, isEnough, median, ratioInterval, studentT } from './statistics.ts';

const flat = (value: number, rounds: number) => Array.from({ length: rounds }, () => value);

describe('the median', () => {
  it('is the middle value', () => expect(median([9, 1, 5])).toBe(5));
  it('is between the two in the middle of an even number', () => expect(median([1, 9, 4, 5])).toBe(4.5));
  it('is not a number when there is none', () => expect(median([])).toBeNaN());
});

describe("Student's t", () => {
  it.each([
    [1, 12.706],
    [2, 4.303],
    [5, 2.571],
    [9, 2.262],
    [10, 2.228],
    [19, 2.093],
    [30, 2.042],
    [100, 1.984],
  ])('with %i degrees of freedom is as in the printed tables', (degrees, expected) =>
    expect(studentT(degrees)).toBeCloseTo(expected, 3),
  );

  it('knows nothing without a second value', () => expect(studentT(0)).toBe(Number.POSITIVE_INFINITY));
});

describe('the interval of a ratio', () => {
  it('is as computed by hand from the logarithms of the ratios', () => {
    // ln 1.1, ln 1.2, ln 1.3: mean 0.180, standard deviation 0.0836, t(2) = 4.303
    const { ratio, low, high } = ratioInterval([110, 120, 130], [100, 100, 100]);
    expect(ratio).toBeCloseTo(1.1972, 4);
    expect(low).toBeCloseTo(0.9727, 3);
    expect(high).toBeCloseTo(1.4735, 3);
  });

  it('compares within each round, so that a machine that slows down for both changes nothing', () => {
    const { ratio, low, high } = ratioInterval([200, 20, 100], [100, 10, 50]);
    expect([ratio, low, high].map((value) => value.toFixed(6))).toEqual(['2.000000', '2.000000', '2.000000']);
  });

  it('turns around when the builds are exchanged', () => {
    const [ours, theirs] = [
      [90, 110, 130, 95],
      [100, 105, 120, 101],
    ];
    const there = ratioInterval(ours, theirs);
    const back = ratioInterval(theirs, ours);
    expect(back.ratio).toBeCloseTo(1 / there.ratio, 10);
    expect(back.low).toBeCloseTo(1 / there.high, 10);
  });

  it('is unknown after one round', () => {
    const { low, high } = ratioInterval([100], [100]);
    expect(Number.isNaN(low) && Number.isNaN(high)).toBe(true);
  });
});

describe('when a comparison has seen enough', () => {
  const rule = { limit: 0.03, rounds: 20 };

  it('is after six rounds that agree', () => {
    expect(isEnough(flat(100, 5), flat(99, 5), rule)).toBe(false);
    expect(isEnough(flat(100, 6), flat(99, 6), rule)).toBe(true);
  });

  it('is never after an odd number, when one build went first more often', () =>
    expect(isEnough(flat(100, 7), flat(100, 7), rule)).toBe(false));

  it('is not while the interval is wider than the limit', () => {
    const ours = [90, 110, 90, 110, 90, 110];
    expect(isEnough(ours, flat(100, 6), rule)).toBe(false);
    expect(isEnough(ours, flat(100, 6), { ...rule, limit: 0.2 })).toBe(true);
  });

  it('is after the last round, whatever is known', () => {
    const ours = Array.from({ length: 20 }, (_, round) => (round % 2 === 0 ? 50 : 200));
    expect(isEnough(ours.slice(0, 19), flat(100, 19), rule)).toBe(false);
    expect(isEnough(ours, flat(100, 20), rule)).toBe(true);
    expect(isEnough([100, 200], [100, 100], { ...rule, rounds: 2 })).toBe(true);
  });

  it('is late enough that a build compared with itself is seen as different in few of many comparisons', () => {
    const random = seeded(42);
    const noisy = () => 100 * Math.exp(0.03 * normal(random));
    let contains = 0;
    for (let comparison = 0; comparison < 2000; comparison += 1) {
      const [ours, theirs]: [number[], number[]] = [[], []];
      while (!isEnough(ours, theirs, rule)) {
        ours.push(noisy());
        theirs.push(noisy());
      }
      const interval = ratioInterval(ours, theirs);
      expect(ours.length === rule.rounds || halfWidth(interval) <= rule.limit).toBe(true);
      if (interval.low <= 1 && interval.high >= 1) contains += 1;
    }
    expect(contains / 2000).toBeGreaterThan(0.92);
  });
});

/** Numbers between 0 and 1, the same in every run. */
function seeded(state: number): () => number {
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
}
