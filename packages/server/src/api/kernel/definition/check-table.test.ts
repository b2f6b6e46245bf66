import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { done, refused } from '#kit/outcome.ts';
import type { ApiError } from '../call/api-error.ts';
import type { ApiCaller } from './api-caller.ts';
import { refusalError, unsavedError, walkTable } from './check-table.ts';
import type { Method } from './defined-method.ts';
import type { ErrorRow } from './error-row.ts';
import { optional, type Parsed, readWith, required } from './field.ts';
import { guard, lookup } from './lookup.ts';
import { defineMethod } from './method.ts';
import { readParams } from './read-params.ts';

const caller = { auth: 'webhook' } as ApiCaller;
const count = readWith<number>(z.number().max(10), (raw): Parsed<number> => {
  if (typeof raw !== 'number') return { ok: false, fault: 'invalid' };
  return raw > 10 ? { ok: false, fault: 'oversize' } : { ok: true, value: raw };
});
const fields = { NAME: required('Name', z.string()), COUNT: optional('Count', count) };

function method(
  errors: readonly ErrorRow[],
  more: Partial<Pick<Method, 'load' | 'settle' | 'guards' | 'params'>> = {},
): Method {
  const draft = defineMethod({
    name: 'test.method',
    summary: 'Shows the table.',
    page: 'nowhere',
    scope: 'basic',
    params: {},
    errors: [],
    result: z.number(),
    example: { params: {}, result: 1 },
    handle: async () => done(1),
  });
  return { ...draft, params: fields, errors, ...more };
}

/** What a call with these parameters is answered: the code of the row, or `fine`. */
async function answer(subject: Method, sent: Record<string, unknown>): Promise<string> {
  try {
    await walkTable(subject, readParams(subject, sent), { caller });
    return 'fine';
  } catch (error) {
    return (error as ApiError).code;
  }
}

describe('the error table', () => {
  it('is answered from top to bottom, whatever the order of the parameters', async () => {
    const countFirst = method([
      { code: 'COUNT_ERROR', message: '', invalid: 'COUNT' },
      { code: 'NAME_ERROR', message: '', missing: 'NAME' },
    ]);
    const nameFirst = method([...countFirst.errors].reverse());
    expect(await answer(countFirst, { COUNT: 'x' })).toBe('COUNT_ERROR');
    expect(await answer(nameFirst, { COUNT: 'x' })).toBe('NAME_ERROR');
    expect(await answer(nameFirst, { NAME: 'a', COUNT: 1 })).toBe('fine');
  });

  it('tells what is missing from what is invalid', async () => {
    const subject = method([
      { code: 'MISSING', message: '', missing: 'NAME' },
      { code: 'INVALID', message: '', invalid: 'NAME' },
    ]);
    expect(await answer(subject, {})).toBe('MISSING');
    expect(await answer(subject, { NAME: '' })).toBe('MISSING');
    expect(await answer(subject, { NAME: 7 })).toBe('INVALID');
  });

  it('calls too large wrong only where too large has no row of its own (R6)', async () => {
    const wrong = { code: 'WRONG', message: '', wrong: 'COUNT' };
    const oversize = { code: 'OVERSIZE', message: '', oversize: 'COUNT' };
    const sent = { NAME: 'a', COUNT: 11 };
    expect(await answer(method([wrong]), sent)).toBe('WRONG');
    expect(await answer(method([wrong, oversize]), sent)).toBe('OVERSIZE');
    expect(await answer(method([oversize, wrong]), { NAME: 'a', COUNT: 'x' })).toBe('WRONG');
  });

  it('looks things up where their first row stands: not before the rows above, not after those below', async () => {
    const looked: string[] = [];
    const bot = lookup(['bot_not_found', 'bot_of_another'], async () => {
      looked.push('bot');
      return refused('bot_of_another');
    });
    const subject = method(
      [
        { code: 'NAME_ERROR', message: '', missing: 'NAME' },
        { code: 'BOT_ID_ERROR', message: '', refused: 'bot_not_found' },
        { code: 'APP_ID_ERROR', message: '', refused: 'bot_of_another' },
        { code: 'COUNT_ERROR', message: '', invalid: 'COUNT' },
      ],
      { load: { bot } },
    );
    expect(await answer(subject, { COUNT: 'x' })).toBe('NAME_ERROR');
    expect(looked).toEqual([]);
    expect(await answer(subject, { NAME: 'a', COUNT: 'x' })).toBe('APP_ID_ERROR');
    expect(looked).toEqual(['bot']);
  });

  it('hands on what was found and what was read', async () => {
    const bot = lookup(['bot_not_found'], async () => done({ id: 21 }));
    const subject = method([{ code: 'BOT_ID_ERROR', message: '', refused: 'bot_not_found' }], {
      load: { bot },
    });
    expect(await walkTable(subject, readParams(subject, { NAME: 'a' }), { caller })).toEqual({
      params: { NAME: 'a', COUNT: undefined },
      loaded: { bot: { id: 21 } },
    });
  });

  it('asks guards where their first row stands, once, and gives the action nothing of theirs', async () => {
    const asked: unknown[] = [];
    const known = guard(['unknown', 'unwanted'], async (_, name: unknown) => {
      asked.push(name);
      return name === 'a' ? done('a secret') : refused('unwanted');
    });
    const subject = method(
      [
        { code: 'COUNT_ERROR', message: '', invalid: 'COUNT' },
        { code: 'UNKNOWN', message: '', refused: 'unknown' },
        { code: 'UNWANTED', message: '', refused: 'unwanted' },
      ],
      { guards: [({ NAME }) => known(NAME)] },
    );
    expect(await answer(subject, { NAME: 'b', COUNT: 'x' })).toBe('COUNT_ERROR');
    expect(asked).toEqual([]);
    expect(await answer(subject, { NAME: 'b' })).toBe('UNWANTED');
    expect(await walkTable(subject, readParams(subject, { NAME: 'a' }), { caller })).toMatchObject({ loaded: {} });
    expect(asked).toEqual(['b', 'a']);
  });

  it('tells a guard nothing of a parameter that is faulty', async () => {
    const free = guard(['taken'], async (_, name: unknown) => (name === undefined ? refused('taken') : done(true)));
    const subject = method([{ code: 'TAKEN', message: '', refused: 'taken' }], { guards: [({ NAME }) => free(NAME)] });
    expect(await answer(subject, { NAME: 7 })).toBe('TAKEN');
  });

  it('is not walked on below a look-up that has found the answer', async () => {
    const known = lookup(['taken'], async (_, name: unknown) => done(name === 'a' ? { id: 21 } : undefined));
    const subject = method(
      [
        { code: 'TAKEN', message: '', refused: 'taken' },
        { code: 'COUNT_ERROR', message: '', invalid: 'COUNT' },
      ],
      { load: { known: ({ NAME }) => known(NAME) }, settle: { known: async (_, found) => ({ found }) } },
    );
    const sent = { NAME: 'a', COUNT: 'x' };
    expect(await walkTable(subject, readParams(subject, sent), { caller })).toMatchObject({
      settled: { answer: { found: { id: 21 } } },
    });
    expect(await answer(subject, { NAME: 'b', COUNT: 'x' })).toBe('COUNT_ERROR');
  });

  it('refuses callers by the way they came in', async () => {
    const subject = method([{ code: 'WRONG_AUTH_TYPE', message: '', auth: 'webhook' }]);
    expect(await answer(subject, { NAME: 'a' })).toBe('WRONG_AUTH_TYPE');
    expect(await answer(method([{ code: 'WRONG_AUTH_TYPE', message: '', auth: 'session' }]), { NAME: 'a' })).toBe(
      'fine',
    );
  });

  it('asks of several parameters at once', async () => {
    const subject = method([
      { code: 'BOTH', message: '', when: (params) => params['NAME'] === 'a' && params['COUNT'] === 1 },
    ]);
    expect(await answer(subject, { NAME: 'a', COUNT: 1 })).toBe('BOTH');
    expect(await answer(subject, { NAME: 'a', COUNT: 2 })).toBe('fine');
  });

  it('never lets a fault pass in silence, even where no row speaks of it', async () => {
    expect(await answer(method([]), { NAME: 'a', COUNT: 'x' })).toBe('INVALID_ARG_VALUE');
    expect(await answer(method([]), {})).toBe('INVALID_ARG_VALUE');
  });

  it('writes the details of a refusal into the message', () => {
    const subject = method([{ code: 'MAX', message: ({ max }) => `At most ${max}`, refused: 'too_many' }]);
    expect(refusalError(subject, refused('too_many', { max: 5 })).message).toBe('At most 5');
  });

  it('knows its row for a write that was refused, if it has one', () => {
    expect(unsavedError(method([{ code: 'WRONG_REQUEST', message: 'No', unsaved: true }]))?.code).toBe('WRONG_REQUEST');
    expect(unsavedError(method([]))).toBeUndefined();
  });

  it('answers with the status of the page, else with the one of the code (R2)', () => {
    const status = (row: Partial<ErrorRow>) =>
      refusalError(method([{ code: 'X', message: '', refused: 'why', ...row }]), refused('why')).status;
    expect([status({}), status({ code: 'ACCESS_ERROR' }), status({ code: 'ACCESS_ERROR', status: 400 })]).toEqual([
      400, 403, 400,
    ]);
  });
});

describe('the error table of a method of generation 2', () => {
  it('answers 400 for whatever its page gives no status (V12)', () => {
    const row = { code: 'ACCESS_DENIED', message: '', refused: 'why' } as const;
    const second: Method = { ...method([row]), generation: 'v2' };
    expect([method([row]), second].map((subject) => refusalError(subject, refused('why')).status)).toEqual([403, 400]);
  });
});
