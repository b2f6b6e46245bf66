import { describe, expect, it } from 'vitest';
import { manualClock } from '#kit/clock.ts';
import { Operating } from './operating.ts';

const MINUTE = 60_000;

describe('the time that a caller keeps a method busy', () => {
  it('is summed up over ten minutes and then forgotten, minute by minute', () => {
    const clock = manualClock();
    const operating = new Operating(clock);
    const start = clock.now();
    expect(operating.add('alice', 'm', 100)).toEqual({ operatingMs: 100, resetAt: start + 10 * MINUTE });
    clock.advance(9 * MINUTE);
    expect(operating.add('alice', 'm', 50)).toEqual({ operatingMs: 150, resetAt: start + 10 * MINUTE });
    clock.advance(MINUTE);
    expect(operating.add('alice', 'm', 1)).toEqual({ operatingMs: 51, resetAt: start + 19 * MINUTE });
    clock.advance(60 * MINUTE);
    expect(operating.add('alice', 'm', 1).operatingMs).toBe(1);
  });

  it('is measured for each caller and each method by itself', () => {
    const operating = new Operating(manualClock());
    operating.add('alice', 'm', 100);
    expect(operating.add('alice', 'n', 1).operatingMs).toBe(1);
    expect(operating.add('bob', 'm', 2).operatingMs).toBe(2);
  });
});
