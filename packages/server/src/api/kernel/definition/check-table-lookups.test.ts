import { describe, expect, it } from 'vitest';
import { done, refused } from '#kit/outcome.ts';
import { walkTable } from './check-table.ts';
import { guard, lookup } from './lookup.ts';
import { readParams } from './read-params.ts';
import { answer, caller, method } from './test/table-of.ts';

describe('the error table with guards and look-ups', () => {
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
});
