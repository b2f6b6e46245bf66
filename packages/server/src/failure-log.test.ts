import { expect, test } from 'vitest';
import { manualClock } from '#kit/clock.ts';
import { failureLog } from './failure-log.ts';

const full = () => new Error('database or disk is full');

test('a failure that keeps coming is told at once, and then once a minute with a count', () => {
  const clock = manualClock();
  const lines: string[] = [];
  const log = failureLog((line) => lines.push(line), clock, '/data/botyard.db');
  for (let call = 0; call < 335; call += 1) for (const where of ['http', 'delivery', 'store']) log(full(), where);
  const line = 'The disk is full: /data/botyard.db cannot be written. Make room and start again';
  expect(lines).toEqual([line]);
  clock.advance(60_000);
  expect(lines).toEqual([line, `1004 more within a minute: ${line}`]);
  log(full(), 'http');
  clock.advance(60_000);
  expect(lines).toHaveLength(3);
});

test('failures of other kinds are told beside it, with their stacks', () => {
  const clock = manualClock();
  const lines: string[] = [];
  const log = failureLog((line) => lines.push(line), clock, '/data/botyard.db');
  log(full(), 'http');
  log(new TypeError('no such thing'), 'http');
  log('odd', 'delivery');
  expect(lines).toHaveLength(3);
  expect(lines[1]).toMatch(/^http failed: TypeError: no such thing\n {4}at /);
  expect(lines[2]).toBe('delivery failed: odd');
});
