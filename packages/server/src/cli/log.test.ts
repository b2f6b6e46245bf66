import { expect, test } from 'vitest';
import { manualClock } from '#kit/clock.ts';
import { createLog, type LogFormat } from './log.ts';

const NOON = Date.UTC(2026, 0, 5, 12);

function linesOf(format: LogFormat, write: (log: ReturnType<typeof createLog>) => void): string[] {
  const lines: string[] = [];
  write(createLog(format, manualClock(NOON), (line) => lines.push(line)));
  return lines;
}

test('as text a line has its time and level, and stays one line', () => {
  const lines = linesOf('text', (log) => {
    log.info('Stopped.');
    log.warn('Somebody called\n2026-01-05T12:00:01.000Z info  himself so\u001b[2J', { ip: '192.0.2.1' });
  });
  expect(lines).toEqual([
    '2026-01-05T12:00:00.000Z info  Stopped.',
    '2026-01-05T12:00:00.000Z warn  Somebody called / 2026-01-05T12:00:01.000Z info  himself so\ufffd[2J',
  ]);
});

test('as text a failure is followed by its stack', () => {
  const [line] = linesOf('text', (log) =>
    log.error('http failed: no', { where: 'http', stack: 'Error: no\n    at x' }),
  );
  expect(line).toBe('2026-01-05T12:00:00.000Z error http failed: no\nError: no\n    at x');
});

test('as JSON a line is an object, in which nothing takes the place of time, level and message', () => {
  const [line = ''] = linesOf('json', (log) =>
    log.warn('no\nmore', { ip: '192.0.2.1', level: 'info', stack: 'Error' }),
  );
  expect(line).not.toContain('\n');
  expect(JSON.parse(line)).toEqual({
    time: '2026-01-05T12:00:00.000Z',
    level: 'warn',
    message: 'no\nmore',
    ip: '192.0.2.1',
    stack: 'Error',
  });
});
