import { describe, expect, it } from 'vitest';
import { Histogram } from './histogram.ts';

describe('the histogram of the benchmark', () => {
  it('finds the latency that a share of all stays within, to ten microseconds', () => {
    const histogram = new Histogram();
    for (let i = 1; i <= 1000; i += 1) histogram.add(i / 100);
    expect(histogram.at(0.5)).toBeCloseTo(5, 1);
    expect(histogram.at(0.99)).toBeCloseTo(9.9, 1);
    expect(histogram.count).toBe(1000);
  });

  it('keeps those that take seconds, less exactly', () => {
    const histogram = new Histogram();
    histogram.add(1);
    histogram.add(2503);
    expect(histogram.at(1)).toBe(2510);
  });

  it('has none when nothing was added', () => expect(new Histogram().at(0.5)).toBe(0));
});
