import { expect, it } from 'vitest';
import { toIso } from './time-block.ts';

it('a moment is written to the second, with its distance to Greenwich', () => {
  expect(toIso(Date.UTC(2026, 11, 1, 9, 5, 7, 999))).toBe('2026-12-01T09:05:07+00:00');
});

it('each moment is written as itself, in whatever order they come', () => {
  const begin = Date.UTC(2024, 1, 28, 22);
  const moments = Array.from({ length: 5_000 }, (_, n) => begin + ((n * 7919) % 5_000) * 61_003);
  for (const at of [...moments, -1, 0, 999, -3_600_001])
    expect(toIso(at)).toBe(`${new Date(Math.floor(at / 1000) * 1000).toISOString().slice(0, 19)}+00:00`);
});
