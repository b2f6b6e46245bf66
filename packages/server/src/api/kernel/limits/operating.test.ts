import { describe, expect, it } from 'vitest';
import { manualClock } from '#kit/clock.ts';
import { Operating } from './operating.ts';

const MINUTE = 60_000;

describe('the time that a caller keeps a method busy', () => {
  it('is summed up over ten minutes and then forgotten, minute by minute', () => {
    const clock = manualClock();
    const operating = new Operating(clock);
    expect(operating.add('alice', 'm', 100)).toEqual({ operatingMs: 100, resetIn: 10 * MINUTE });
    clock.advance(9 * MINUTE);
    expect(operating.add('alice', 'm', 50)).toEqual({ operatingMs: 150, resetIn: MINUTE });
    clock.advance(MINUTE);
    expect(operating.add('alice', 'm', 1)).toEqual({ operatingMs: 51, resetIn: 9 * MINUTE });
    clock.advance(60 * MINUTE);
    expect(operating.add('alice', 'm', 1).operatingMs).toBe(1);
  });

  it.each([-60, 60, 30 * 24 * 60])('is the same when the clock of the machine is set by %i minutes', (minutes) => {
    const clock = manualClock();
    const operating = new Operating(clock);
    operating.add('alice', 'm', 100);
    clock.set(minutes * MINUTE);
    expect(operating.used('alice', 'm')).toEqual({ operatingMs: 100, resetIn: 10 * MINUTE });
    clock.advance(10 * MINUTE);
    expect(operating.used('alice', 'm').operatingMs).toBe(0);
  });

  it('is measured for each caller and each method by itself', () => {
    const operating = new Operating(manualClock());
    operating.add('alice', 'm', 100);
    expect(operating.add('alice', 'n', 1).operatingMs).toBe(1);
    expect(operating.add('bob', 'm', 2).operatingMs).toBe(2);
  });
});
