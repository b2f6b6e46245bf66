import { expect, test } from 'vitest';
import { manualClock } from '#kit/clock.ts';
import { keptLog } from '../test/log-lines.ts';
import { failureLog } from './failure-log.ts';

const full = () => new Error('database or disk is full');

function started() {
  const clock = manualClock();
  const { log, lines, messages } = keptLog();
  return { clock, lines, messages, fail: failureLog(log, clock, '/data/botyard.db') };
}

test('a failure that keeps coming is told at once, and then once a minute with a count', () => {
  const { clock, messages, fail } = started();
  for (let call = 0; call < 335; call += 1) for (const where of ['http', 'delivery', 'store']) fail(full(), where);
  const line = 'The disk is full: /data/botyard.db cannot be written. Make room there';
  expect(messages()).toEqual([line]);
  clock.advance(60_000);
  expect(messages()).toEqual([line, `1004 more within a minute: ${line}`]);
  fail(full(), 'http');
  clock.advance(60_000);
  expect(messages()).toHaveLength(3);
});

test('failures of other kinds are told beside it, with their stacks', () => {
  const { lines, fail } = started();
  fail(full(), 'http');
  fail(new TypeError('no such thing'), 'http');
  fail('odd', 'delivery');
  expect(lines).toHaveLength(3);
  expect(lines[1]).toMatchObject({
    level: 'error',
    message: 'http failed: no such thing',
    facts: { where: 'http', stack: expect.stringMatching(/^TypeError: no such thing\n {4}at /) },
  });
  expect(lines[2]).toMatchObject({ message: 'delivery failed: odd', facts: { where: 'delivery' } });
});
