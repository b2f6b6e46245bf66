import { expect, it } from 'vitest';
import { isTimeZone, isWorkedAt, type LineHours } from './hours.ts';

const NINE_TO_SIX: LineHours = {
  from: 9 * 60,
  to: 18 * 60,
  timeZone: 'Europe/Berlin',
  daysOff: [0, 6],
  holidays: ['24.12'],
  text: '',
};
const isWorked = (at: string, change: Partial<LineHours> = {}) =>
  isWorkedAt({ ...NINE_TO_SIX, ...change }, Date.parse(at));

it('hours are those of the time zone, in summer and in winter', () => {
  expect(isWorked('2026-01-05T07:59:59Z')).toBe(false);
  expect(isWorked('2026-01-05T08:00:00Z')).toBe(true);
  expect(isWorked('2026-07-06T07:00:00Z')).toBe(true);
  expect(isWorked('2026-01-05T16:59:59Z')).toBe(true);
  expect(isWorked('2026-01-05T17:00:00Z')).toBe(false);
});

it('nobody works on days off, which begin at midnight of the time zone', () => {
  expect(isWorked('2026-01-10T10:00:00Z')).toBe(false);
  expect(isWorked('2026-12-24T10:00:00Z')).toBe(false);
  expect(isWorked('2026-01-09T23:30:00Z', { from: 0, to: 1440 })).toBe(false);
  expect(isWorked('2026-01-09T22:30:00Z', { from: 0, to: 1440 })).toBe(true);
});

it('hours may go on over midnight', () => {
  const night = { from: 22 * 60, to: 6 * 60, timeZone: 'UTC', daysOff: [] };
  expect(isWorked('2026-01-05T23:00:00Z', night)).toBe(true);
  expect(isWorked('2026-01-05T05:59:00Z', night)).toBe(true);
  expect(isWorked('2026-01-05T06:00:00Z', night)).toBe(false);
});

it('a time zone is one that has a name', () => {
  expect(['Europe/Berlin', 'UTC', 'Mars/Olympus', ''].map(isTimeZone)).toEqual([true, true, false, false]);
});
