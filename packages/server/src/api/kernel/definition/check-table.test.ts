import { describe, expect, it } from 'vitest';
import { refused } from '#kit/outcome.ts';
import { FileNotKept } from '#storage/files/file-home.ts';
import { StoreRefused } from '#storage/session.ts';
import { refusalError, unsavedError } from './check-table.ts';
import type { Method } from './defined-method.ts';
import type { ErrorRow } from './error-row.ts';
import { answer, method } from './test/table-of.ts';

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
    const withRow = method([{ code: 'WRONG_REQUEST', message: 'No', unsaved: true }]);
    expect(unsavedError(withRow, new StoreRefused('no'))?.code).toBe('WRONG_REQUEST');
    expect(unsavedError(withRow, new FileNotKept('no'))?.code).toBe('WRONG_REQUEST');
    expect(unsavedError(withRow, new Error('no'))).toBeUndefined();
    expect(unsavedError(method([]), new StoreRefused('no'))).toBeUndefined();
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
