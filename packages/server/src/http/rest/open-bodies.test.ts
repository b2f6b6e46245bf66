import { expect, test } from 'vitest';
import { manualClock } from '#kit/clock.ts';
import { OpenBodies, OpenBody } from './open-bodies.ts';

const KB = 1024;
const LIMITS = { together: 256 * KB, ofStrangers: 256 * KB, longest: 60_000, grace: 5_000, leastRate: KB };

function scene(limits = LIMITS) {
  const clock = manualClock();
  const bodies = new OpenBodies(clock, limits);
  const opened = () => {
    const body = new OpenBody(bodies);
    const slow = { told: 0 };
    body.onTooSlow = () => {
      slow.told += 1;
      body.close();
    };
    return { body, slow };
  };
  return { clock, opened };
}

test('bodies that are too much together are refused, and there is room again when one is read', () => {
  const { opened } = scene();
  const [one, other, third] = [opened().body, opened().body, opened().body];
  expect([one.add(Buffer.alloc(128 * KB)), other.add(Buffer.alloc(128 * KB))]).toEqual([true, true]);
  expect(third.add(Buffer.alloc(65 * KB))).toBe(false);
  expect(third.add(Buffer.alloc(0))).toBe(false);
  one.close();
  expect(opened().body.add(Buffer.alloc(65 * KB))).toBe(true);
});

test('a body that is there counts until it is parsed, and is not waited for', () => {
  const { clock, opened } = scene();
  const { body, slow } = opened();
  body.add(Buffer.alloc(256 * KB));
  body.arrived();
  clock.advance(LIMITS.longest + 2_000);
  expect(slow.told).toBe(0);
  expect(opened().body.add(Buffer.alloc(65 * KB))).toBe(false);
  body.close();
  expect(opened().body.add(Buffer.alloc(65 * KB))).toBe(true);
});

test('small bodies are always read', () => {
  const { opened } = scene();
  opened().body.add(Buffer.alloc(256 * KB));
  expect(opened().body.add(Buffer.alloc(64 * KB))).toBe(true);
});

test('a body that arrives in drops is given up, one that keeps the least rate is not', () => {
  const { clock, opened } = scene();
  const [drops, steady] = [opened(), opened()];
  drops.body.add(Buffer.alloc(100));
  for (let second = 0; second < 20; second += 1) {
    steady.body.add(Buffer.alloc(KB));
    clock.advance(1_000);
  }
  expect([drops.slow.told, steady.slow.told]).toEqual([1, 0]);
  clock.advance(60_000);
  expect(steady.slow.told).toBe(1);
});

test('bodies that do not arrive are given up, whichever others were read before them', () => {
  const { clock, opened } = scene();
  const all = [opened(), opened(), opened(), opened()];
  const [first, second, third, fourth] = all.map(({ body }) => body);
  for (const body of [fourth, first, first]) body?.close();
  const late = opened();
  third?.close();
  clock.advance(LIMITS.longest + 2_000);
  expect([...all, late].map(({ slow }) => slow.told)).toEqual([0, 1, 0, 0, 1]);
  expect(second?.bytes).toBe(0);
});

test('those of strangers leave room for the others, and give back what they took', () => {
  const { opened } = scene({ ...LIMITS, ofStrangers: 128 * KB });
  const [one, other, known, another] = [opened().body, opened().body, opened().body, opened().body];
  expect(one.add(Buffer.alloc(128 * KB))).toBe(true);
  expect(other.add(Buffer.alloc(65 * KB))).toBe(false);
  for (const body of [known, another]) body.isOfKnown = true;
  expect(known.add(Buffer.alloc(128 * KB))).toBe(true);
  expect(another.add(Buffer.alloc(65 * KB))).toBe(false);
  one.close();
  known.close();
  expect(opened().body.add(Buffer.alloc(128 * KB))).toBe(true);
  expect(another.add(Buffer.alloc(0))).toBe(true);
});

test('a body in pieces is whole again', () => {
  const { body } = scene().opened();
  for (const piece of ['{"a"', ':1', '}']) body.add(Buffer.from(piece));
  expect(body.whole().toString()).toBe('{"a":1}');
});
