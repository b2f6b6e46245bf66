import { describe, expect, it } from 'vitest';
import { FOR_UNPROVEN, Gate, SOCKETS } from './gate.ts';

const fill = (gate: Gate, places: number, isProven: boolean) => {
  for (let i = 0; i < places; i += 1) expect(gate.enter(isProven, () => undefined)).toBe(true);
};

describe('the gate', () => {
  it('lets in as many as there are sockets', () => {
    const gate = new Gate();
    fill(gate, SOCKETS, true);
    expect(gate.enter(true, () => undefined)).toBe(false);
  });

  it('keeps three quarters of the places from bots that have yet to answer well', () => {
    const gate = new Gate();
    fill(gate, FOR_UNPROVEN, false);
    expect(gate.enter(false, () => undefined)).toBe(false);
    fill(gate, SOCKETS - FOR_UNPROVEN, true);
  });

  it('calls those who wait in their order, one for each place', () => {
    const gate = new Gate();
    fill(gate, SOCKETS, true);
    const called: string[] = [];
    for (const name of ['a', 'b', 'c'])
      gate.enter(true, () => void (gate.enter(true, () => undefined) && called.push(name)));
    gate.leave(true);
    expect(called).toEqual(['a']);
    gate.leave(true);
    expect(called).toEqual(['a', 'b']);
  });

  it('passes a place on that the one who waited for it does not take', () => {
    const gate = new Gate();
    fill(gate, SOCKETS, true);
    const called: string[] = [];
    gate.enter(true, () => void called.push('has nothing to send any more'));
    gate.enter(true, () => void (gate.enter(true, () => undefined) && called.push('sends')));
    gate.leave(true);
    expect(called).toEqual(['has nothing to send any more', 'sends']);
  });

  it('has one place in the line for whoever asks again and again', () => {
    const gate = new Gate();
    fill(gate, SOCKETS, true);
    const calls: string[] = [];
    const again = () => void calls.push('again');
    for (let i = 0; i < 10; i += 1) gate.enter(true, again);
    gate.leave(true);
    expect(calls).toEqual(['again']);
  });

  it('gives a free place to an unproven bot as long as their share is not used up', () => {
    const gate = new Gate();
    fill(gate, SOCKETS, true);
    const called: string[] = [];
    gate.enter(true, () => void (gate.enter(true, () => undefined) && called.push('proven')));
    gate.enter(false, () => void (gate.enter(false, () => undefined) && called.push('unproven')));
    gate.leave(true);
    expect(called).toEqual(['unproven']);
  });
});
