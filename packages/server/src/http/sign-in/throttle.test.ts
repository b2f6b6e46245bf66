import { expect, it } from 'vitest';
import { manualClock } from '#kit/clock.ts';
import { LoginThrottle } from './login-throttle.ts';
import { Throttle } from './throttle.ts';

const [HOME, CAFE] = ['192.0.2.1', '198.51.100.7'];

/** Tries as often as that at once; how many were let through, and what the next one would have to wait. */
function attack(throttle: LoginThrottle, tries: number, login: (n: number) => string, ip: (n: number) => string) {
  let passed = 0;
  let wait = 0;
  for (let n = 0; n < tries; n += 1) {
    wait = throttle.begin(login(n), ip(n));
    if (wait === 0) passed += 1;
  }
  return { passed, wait };
}

it('lets a key be tried a few times and then ever more slowly, up to a limit', () => {
  const clock = manualClock();
  const throttle = new Throttle(clock, { free: 2, first: 1000, longest: 5000 });
  const waits = Array.from({ length: 7 }, () => {
    throttle.count('key');
    const wait = throttle.wait('key');
    clock.advance(wait);
    expect(throttle.wait('key')).toBe(0);
    return wait;
  });
  expect(waits).toEqual([0, 1000, 2000, 4000, 5000, 5000, 5000]);
  expect(throttle.wait('another')).toBe(0);
  clock.advance(60 * 60 * 1000);
  throttle.count('key');
  expect(throttle.wait('key')).toBe(0);
});

it('remembers only so many keys', () => {
  const throttle = new Throttle(manualClock(), { free: 1, first: 60_000, longest: 60_000 });
  throttle.count('first');
  throttle.count('second');
  for (let n = 0; n < 9_999; n += 1) throttle.count(`key ${n}`);
  expect([throttle.wait('first'), throttle.wait('second')]).toEqual([0, 60_000]);
});

it('slows down one who guesses at an account, and forgets it when the password was right', () => {
  const clock = manualClock();
  const throttle = new LoginThrottle(clock);
  expect(
    attack(
      throttle,
      100,
      () => 'alice',
      () => HOME,
    ),
  ).toEqual({ passed: 5, wait: 1000 });
  for (const same of [' ALICE ', 'alice\t', '\u00a0Alice']) expect(throttle.begin(same, HOME)).toBe(1000);
  clock.advance(1000);
  expect(throttle.begin('alice', HOME)).toBe(0);
  throttle.succeeded('alice', HOME);
  expect(
    attack(
      throttle,
      5,
      () => 'alice',
      () => HOME,
    ).passed,
  ).toBe(5);
});

it('slows down one address that goes through many accounts, which a right password of their own does not help', () => {
  const throttle = new LoginThrottle(manualClock());
  expect(
    attack(
      throttle,
      19,
      (n) => `person ${n}`,
      () => CAFE,
    ).passed,
  ).toBe(19);
  expect(throttle.begin('mallory', CAFE)).toBe(0);
  throttle.succeeded('mallory', CAFE);
  expect(
    attack(
      throttle,
      100,
      (n) => `other ${n}`,
      () => CAFE,
    ).passed,
  ).toBe(1);
});

it('takes a network of version 6 for one address, and a mapped address for what it is', () => {
  const throttle = new LoginThrottle(manualClock());
  expect(
    attack(
      throttle,
      100,
      () => 'alice',
      (n) => `2001:db8:0:1::${n.toString(16)}`,
    ).passed,
  ).toBe(5);
  expect(throttle.begin('alice', '2001:db8:0:2::1')).toBe(0);
  expect(
    attack(
      throttle,
      10,
      () => 'bob',
      (n) => (n % 2 ? HOME : `::ffff:${HOME}`),
    ).passed,
  ).toBe(5);
});

it('keeps nobody out of their account by guessing at it from everywhere', () => {
  const clock = manualClock();
  const throttle = new LoginThrottle(clock);
  throttle.begin('alice', HOME);
  throttle.succeeded('alice', HOME);
  for (let minute = 0; minute < 30; minute += 1) {
    attack(
      throttle,
      200,
      () => 'alice',
      (n) => `203.0.113.${n}`,
    );
    clock.advance(60_000);
  }
  attack(
    throttle,
    200,
    () => 'alice',
    (n) => `203.0.113.${n}`,
  );
  // Where she was before she notices nothing, and elsewhere it is half a minute at most.
  expect(throttle.begin('alice', HOME)).toBe(0);
  const wait = throttle.begin('alice', CAFE);
  expect(wait).toBeLessThanOrEqual(30_000);
  clock.advance(wait);
  expect(throttle.begin('alice', CAFE)).toBe(0);
});
