import { describe, expect, it } from 'vitest';
import { BATCH_LIMIT, runBatch } from './batch.ts';
import { toCommands } from './batch-commands.ts';
import type { CallAnswer } from './call-answer.ts';
import { timeBlock } from './time-block.ts';

const TIME = timeBlock({ startedAt: 0, durationMs: 1, processingMs: 1, operatingMs: 1, operatingResetAt: 0 });
const ERROR = { error: 'X', error_description: 'went wrong' };

/** Answers with what it was called with; a method called `fail` fails, one called `list` has pages. */
async function echo(method: string, params: Readonly<Record<string, unknown>>): Promise<CallAnswer> {
  if (method === 'fail') return { status: 400, body: ERROR };
  return { status: 200, body: { result: params, time: TIME, ...(method === 'list' && { total: 120, next: 50 }) } };
}

function run(cmd: unknown, halt = false): Promise<Record<string, unknown>> {
  const commands = toCommands(cmd);
  if (!commands.ok) throw new Error(commands.fault);
  return runBatch(commands.value, halt, echo);
}

describe('a batch', () => {
  it('answers each call under its name, with all five parts always there', async () => {
    expect(await run({ a: 'profile?x=1', b: 'list', c: 'fail' })).toEqual({
      result: { a: { x: '1' }, b: {} },
      result_error: { c: ERROR },
      result_total: { b: 120 },
      result_next: { b: 50 },
      result_time: { a: TIME, b: TIME },
    });
  });

  it('answers a list of calls with lists, and nothing with empty lists', async () => {
    expect(await run(['profile', 'profile?'])).toMatchObject({ result: [{}, {}], result_error: [] });
    expect(await run([])).toEqual({ result: [], result_error: [], result_total: [], result_next: [], result_time: [] });
  });

  it('takes calls as text, bare or with a query, and as objects', async () => {
    const { result } = await run({
      a: 'm',
      b: 'm?',
      c: 'm?x=1&',
      d: { method: 'm', params: { x: 1 } },
      e: { method: 'm', query: 'x=2' },
    });
    expect(result).toEqual({ a: {}, b: {}, c: { x: '1' }, d: { x: 1 }, e: { x: '2' } });
  });

  it('refers to earlier answers a thousand times in one call, and no more often', async () => {
    const references = (count: number) => `m?x=${'$result[nobody][x]'.repeat(count)}`;
    const { result, result_error } = await run({ most: references(1_000), more: references(1_001), next: 'm?x=1' });
    expect(result).toEqual({ most: { x: '' }, next: { x: '1' } });
    expect(result_error).toEqual({
      more: {
        error: 'INVALID_REQUEST',
        error_description: 'The call refers to earlier answers more than 1000 times',
      },
    });
  });

  it('puts earlier answers in, alone with their type and within text, written raw or encoded', async () => {
    const { result } = await run({
      first: { method: 'm', params: { ids: [1, 2], user: { name: 'Alice' } } },
      raw: 'm?x=$result[first][ids]',
      encoded: `m?x=${encodeURIComponent('$result[first][user][name]')}`,
      within: 'm?x=Hello $result[first][user][name], $result[first][ids]',
      deep: { method: 'm', params: { a: [{ b: '$result[first][ids][1]' }] } },
    });
    expect(result).toMatchObject({
      raw: { x: [1, 2] },
      encoded: { x: 'Alice' },
      within: { x: 'Hello Alice, [1,2]' },
      deep: { a: [{ b: 2 }] },
    });
  });

  it('puts nothing where there is nothing to put', async () => {
    const { result } = await run({
      a: 'm?x=$result[nobody][id]&y=$result[a][id]',
      b: 'm?x=$result[a][constructor]',
      c: 'm?x=$result[a][__proto__][y]',
    });
    expect(result).toEqual({ a: { x: '', y: '' }, b: { x: '' }, c: { x: '' } });
  });

  it('goes on after an error, or stops when told to halt', async () => {
    expect(await run({ a: 'fail', b: 'm' })).toMatchObject({ result: { b: {} } });
    expect(await run({ a: 'fail', b: 'm' }, true)).toMatchObject({ result: [], result_error: { a: ERROR } });
  });

  it(`runs ${BATCH_LIMIT} calls and refuses each further one (R5)`, async () => {
    const { result, result_error } = await run(
      Object.fromEntries(Array.from({ length: 53 }, (_, i) => [`c${i}`, 'm'])),
    );
    expect(Object.keys(result as object)).toHaveLength(50);
    expect(Object.entries(result_error as object).map(([key, { error }]) => [key, error])).toEqual(
      ['c50', 'c51', 'c52'].map((key) => [key, 'ERROR_BATCH_LENGTH_EXCEEDED']),
    );
  });

  it('refuses a call that cannot be read, and no other', async () => {
    const deep = `m?a${'[b]'.repeat(40)}=1`;
    const { result, result_error } = await run({ a: deep, b: 'm' });
    expect(result).toEqual({ b: {} });
    expect(result_error).toMatchObject({ a: { error: 'INVALID_REQUEST' } });
  });

  it('refuses a call that earlier answers make too long, however short it is itself', async () => {
    const long = 'x'.repeat(64 * 1024);
    const { result, result_error } = (await run({
      a: { method: 'm', params: { long } },
      within: { method: 'm', params: { text: '$result[a][long]'.repeat(1000) } },
      alone: { method: 'm', params: { list: Array.from({ length: 1000 }, () => '$result[a]') } },
      fine: { method: 'm', params: { text: '$result[a][long]'.repeat(15) } },
    })) as Record<string, Record<string, unknown>>;
    expect(Object.keys(result ?? {})).toEqual(['a', 'fine']);
    const tooLong = {
      error: 'INVALID_REQUEST',
      error_description: 'Earlier answers make this call longer than 1048576 characters',
    };
    expect(result_error).toEqual({ within: tooLong, alone: tooLong });
  });

  it('refuses a call that earlier answers make too deep', async () => {
    const steps = Array.from({ length: 20 }, (_, i) => [
      `c${i + 1}`,
      { method: 'm', params: { more: `$result[c${i}]` } },
    ]);
    const { result_error } = await run({ c0: 'm', ...Object.fromEntries(steps) });
    expect(result_error).toMatchObject({
      c17: { error_description: 'With earlier answers the call is nested deeper than 16 levels' },
    });
  });
});
