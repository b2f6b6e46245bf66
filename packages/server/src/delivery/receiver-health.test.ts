import { describe, expect, it } from 'vitest';
import { systemRandom } from '#kit/random.ts';
import { ReceiverHealth } from './receiver-health.ts';

const HOUR = 3_600_000;
const fresh = () => new ReceiverHealth({ ...systemRandom, fraction: () => 0.5 });

describe('the health of a receiver', () => {
  it('starts with one lane at a time and opens one more with each success, up to eight', () => {
    const health = fresh();
    expect(health).toMatchObject({ width: 1, isSuspect: false });
    health.succeeded(1);
    expect(health.width).toBe(2);
    for (let i = 0; i < 20; i += 1) health.succeeded(1);
    expect(health.width).toBe(8);
  });

  it('falls back to one lane with a failure', () => {
    const health = fresh();
    for (let i = 0; i < 5; i += 1) health.succeeded(1);
    health.failed(1, 2);
    expect(health).toMatchObject({ width: 1, isSuspect: false });
  });

  it('suspects a receiver that let two tries in a row run out of time, until it takes an event', () => {
    const health = fresh();
    health.refused(10_000);
    expect(health.isSuspect).toBe(false);
    health.refused(10_000);
    expect(health.isSuspect).toBe(true);
    health.succeeded(1);
    expect(health.isSuspect).toBe(false);
  });

  it('does not suspect one that fails quickly in between', () => {
    const health = fresh();
    for (const durationMs of [10_000, 5, 10_000, 5]) {
      health.refused(durationMs);
      expect(health.isSuspect).toBe(false);
    }
  });

  it('makes the whole receiver wait after three events in a row have failed, longer each time', () => {
    const health = fresh();
    health.failed(1, 0);
    health.failed(2, 0);
    expect(health.notBefore).toBe(0);
    health.failed(3, 0);
    expect(health.notBefore).toBe(1000);
    health.failed(1, 1000);
    expect(health.notBefore).toBe(6000);
    health.succeeded(6000);
    expect(health.kept).toEqual({ failures: 0, notBefore: 0 });
  });

  it('does not blame the receiver for one event that fails again and again', () => {
    const health = fresh();
    for (let i = 0; i < 10; i += 1) health.failed(7, i);
    expect(health.kept).toEqual({ failures: 1, notBefore: 0 });
  });

  it('goes on where an earlier run stopped', () => {
    const health = fresh();
    health.restore({ failures: 4, notBefore: 5000 }, 0);
    health.failed(1, 5000);
    expect(health.kept).toEqual({ failures: 5, notBefore: 35_000 });
  });

  it('believes a handler that says three times over ten minutes that it is gone, and leaves it alone for a day', () => {
    const health = fresh();
    expect(health.gone(0)).toBe(false);
    expect(health.gone(1000)).toBe(false);
    expect(health.gone(2000)).toBe(false);
    expect(health.gone(600_000)).toBe(true);
    expect(health.notBefore).toBe(600_000 + 24 * HOUR);
  });

  it('does not believe it when it answers in between', () => {
    const health = fresh();
    health.gone(0);
    health.gone(300_000);
    health.succeeded(400_000);
    expect(health.gone(600_000)).toBe(false);
  });
});
