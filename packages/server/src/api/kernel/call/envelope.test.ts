import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Page } from '../definition/page.ts';
import { ApiError } from './api-error.ts';
import { failure, success, toJson } from './envelope.ts';

const milliseconds = fc.double({ min: 0, max: 1e7, noNaN: true });
const measured = fc.record({
  startedAt: fc.integer({ min: 0, max: 4e12 }),
  durationMs: milliseconds,
  processingMs: milliseconds,
  operatingMs: milliseconds,
  operatingResetAt: fc.integer({ min: 0, max: 4e12 }),
});

it('an answer is written as JSON writes it, whatever is in it', () => {
  fc.assert(
    fc.property(fc.jsonValue(), measured, (result, time) => {
      const answers = [
        success(result, time),
        success(new Page([result], 1), time),
        success(new Page([result], 60, 50), time),
        failure(new ApiError('ERROR', 'Not so', 400, undefined), time),
      ];
      for (const { body } of answers) expect(toJson(body)).toBe(JSON.stringify(body));
    }),
  );
});

it('times that are whole, short, and not to be measured are written so, too', () => {
  for (const durationMs of [0, 1, 10, 1000, 1_000_000, 0.001, 0.01, 100.1, 999.999, -1, 1e15]) {
    const { body } = success(1, { startedAt: 0, durationMs, processingMs: 0, operatingMs: 0, operatingResetAt: 0 });
    expect(toJson(body)).toBe(JSON.stringify(body));
  }
  const { body } = success(undefined, {
    startedAt: 5,
    durationMs: 1,
    processingMs: 0,
    operatingMs: 0,
    operatingResetAt: 0,
  });
  expect(toJson(body)).toBe(JSON.stringify(body));
});
