import { describe, expect, it } from 'vitest';
import { type Account, FOR_SUSPECTS, Gate, PLACES, SURE_FOR_SUSPECTS } from './gate.ts';

const one = (application: string, address = application): Account => ({ application, address, isSuspect: false });
const suspect = (application: string, address = application): Account => ({ application, address, isSuspect: true });
/** Enters as often as it may; answers how often that was. */
const takeAll = (gate: Gate, account: Account, most = Number.POSITIVE_INFINITY) => {
  let taken = 0;
  while (taken < most && gate.enter(account, () => undefined)) taken += 1;
  return taken;
};
/** Applications with one place each, until nobody gets in any more. */
const fill = (gate: Gate) => {
  let applications = 0;
  while (gate.enter(one(`filling ${applications}`), () => undefined)) applications += 1;
  return applications;
};
/** Enters now or when it is told to, and says so. */
const wait = (gate: Gate, account: Account, entered: string[], name = account.application) => {
  const again = () => void (gate.enter(account, again) && entered.push(name));
  again();
};

describe('the gate', () => {
  it('has a place for a thousand that have yet to answer and for whoever comes then', () => {
    const gate = new Gate();
    expect(takeAll(gate, one('a'), 1000)).toBe(1000);
    expect(takeAll(gate, one('b'), 8)).toBe(8);
    expect(takeAll(gate, one('a'), 8)).toBe(8);
  });

  it('lets in as many as there are places', () => {
    expect(fill(new Gate())).toBe(PLACES);
  });

  it('gives one application half of the places, and two a third each', () => {
    expect(takeAll(new Gate(), one('a'))).toBe(PLACES / 2);
    const gate = new Gate();
    let inside = 0;
    while (gate.enter(one('a'), () => undefined) && gate.enter(one('b'), () => undefined)) inside += 1;
    expect(inside).toBeGreaterThanOrEqual(Math.floor(PLACES / 3));
    expect(takeAll(gate, one('c'), 100)).toBe(100);
  });

  it('gives suspects a quarter of the places, however many they are, and everybody else the rest', () => {
    const gate = new Gate();
    let suspects = 0;
    while (gate.enter(suspect(`bad ${suspects}`), () => undefined)) suspects += 1;
    expect(suspects).toBe(FOR_SUSPECTS);
    expect(fill(gate)).toBe(PLACES - FOR_SUSPECTS);
  });

  it('shares the places of suspects by application and by address', () => {
    const gate = new Gate();
    expect(takeAll(gate, suspect('a'))).toBe(FOR_SUSPECTS / 2);
    expect(takeAll(gate, suspect('b', 'elsewhere'), 100)).toBe(100);
    const other = new Gate();
    for (let i = 0; i < FOR_SUSPECTS; i += 1) other.enter(suspect(`${i}`, 'the same server'), () => undefined);
    expect(takeAll(other, suspect('b', 'elsewhere'), 100)).toBe(100);
  });

  it('calls those of one application in their order, one for each place', () => {
    const gate = new Gate();
    const filling = fill(gate);
    const entered: string[] = [];
    for (const name of ['1', '2', '3']) wait(gate, one('a'), entered, name);
    gate.leave(one('filling 0'));
    expect(entered).toEqual(['1']);
    for (let i = 1; i < filling; i += 1) gate.leave(one(`filling ${i}`));
    expect(entered).toEqual(['1', '2', '3']);
  });

  it('lets applications take turns: one with much to send does not keep another waiting', () => {
    const gate = new Gate();
    const filling = fill(gate);
    const entered: string[] = [];
    for (const name of ['a1', 'a2', 'a3']) wait(gate, one('a'), entered, name);
    wait(gate, one('b'), entered, 'b1');
    for (let i = 0; i < filling; i += 1) gate.leave(one(`filling ${i}`));
    expect(entered.slice(0, 3)).toEqual(['a1', 'b1', 'a2']);
  });

  it('lets suspects wait behind everybody else, but for a few', () => {
    const gate = new Gate();
    for (let i = 0; i < SURE_FOR_SUSPECTS; i += 1) gate.enter(suspect(`bad ${i}`), () => undefined);
    const filling = fill(gate);
    const entered: string[] = [];
    wait(gate, suspect('recovered'), entered);
    wait(gate, one('good'), entered);
    gate.leave(one('filling 0'));
    expect(entered).toEqual(['good']);
    gate.leave(suspect('bad 0'));
    expect(entered).toEqual(['good', 'recovered']);
    expect(filling).toBe(PLACES - SURE_FOR_SUSPECTS);
  });

  it('passes a place on that the one who waited for it does not take', () => {
    const gate = new Gate();
    fill(gate);
    const entered: string[] = [];
    gate.enter(one('a'), () => void entered.push('has nothing to send any more'));
    wait(gate, one('b'), entered);
    gate.leave(one('filling 0'));
    expect(entered).toEqual(['has nothing to send any more', 'b']);
  });

  it('has one place in the line for whoever asks again and again', () => {
    const gate = new Gate();
    fill(gate);
    const calls: string[] = [];
    const again = () => void calls.push('again');
    for (let i = 0; i < 10; i += 1) gate.enter(one('a'), again);
    gate.leave(one('filling 0'));
    expect(calls).toEqual(['again']);
  });

  it('does not look through all who wait for a server that has no room whenever somebody leaves', () => {
    const gate = new Gate();
    takeAll(gate, suspect('elsewhere'), 1);
    for (let i = 0; i < FOR_SUSPECTS; i += 1) gate.enter(suspect(`${i}`, 'down'), () => undefined);
    let looks = 0;
    const counted = (n: number): Account => ({
      get application() {
        looks += 1;
        return `waiting ${n}`;
      },
      address: 'down',
      isSuspect: true,
    });
    for (let n = 0; n < 1_000; n += 1) gate.enter(counted(n), () => undefined);
    looks = 0;
    gate.leave(suspect('elsewhere'));
    expect(looks).toBeLessThanOrEqual(10);
  });
});
