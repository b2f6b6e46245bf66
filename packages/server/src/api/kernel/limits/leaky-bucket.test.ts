import { describe, expect, it } from 'vitest';
import { manualClock } from '#kit/clock.ts';
import { LeakyBuckets } from './leaky-bucket.ts';

const SIZE = { requests: 50, drainedPerSecond: 2 };

function filled() {
  const clock = manualClock();
  const buckets = new LeakyBuckets(clock, SIZE);
  for (let i = 0; i < SIZE.requests; i += 1) expect(buckets.take('a')).toBe(true);
  return { clock, buckets };
}

describe('a leaky bucket', () => {
  it('holds exactly as much as it is large, and then as much as has run out of it', () => {
    const { clock, buckets } = filled();
    expect(buckets.take('a')).toBe(false);
    clock.advance(499);
    expect(buckets.take('a')).toBe(false);
    clock.advance(1);
    expect([buckets.take('a'), buckets.take('a')]).toEqual([true, false]);
  });

  it('is not filled by what it refuses', () => {
    const { clock, buckets } = filled();
    for (let i = 0; i < 1000; i += 1) buckets.take('a');
    clock.advance(500);
    expect(buckets.take('a')).toBe(true);
  });

  it('never overflows for those who send no more than runs out of it', () => {
    const { clock, buckets } = filled();
    for (let i = 0; i < 10_000; i += 1) {
      clock.advance(500);
      expect(buckets.take('a')).toBe(true);
    }
    expect(buckets.take('a')).toBe(false);
  });

  it('is full again for those who were silent long enough, and no fuller', () => {
    const { clock, buckets } = filled();
    clock.advance(3_600_000);
    for (let i = 0; i < SIZE.requests; i += 1) expect(buckets.take('a')).toBe(true);
    expect(buckets.take('a')).toBe(false);
  });

  it('is each sender’s own', () => {
    const { buckets } = filled();
    expect([buckets.take('b'), buckets.take('a')]).toEqual([true, false]);
  });

  it('is forgotten once it is dry, so that there are never more than senders within that time', () => {
    const clock = manualClock();
    const buckets = new LeakyBuckets(clock, SIZE);
    for (let i = 0; i < 5_000; i += 1) {
      buckets.take(`sender ${i}`);
      clock.advance(1000);
    }
    expect(buckets.size).toBeLessThanOrEqual(26);
  });

  it('is one of a bounded number even when all come at once', () => {
    const buckets = new LeakyBuckets(manualClock(), SIZE);
    for (let i = 0; i < 100_500; i += 1) buckets.take(`sender ${i}`);
    expect(buckets.size).toBeLessThanOrEqual(100_001);
  });
});
