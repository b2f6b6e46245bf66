import { expect, test } from 'vitest';
import { RowCache } from './row-cache.ts';
import { statement } from './statement.ts';

const byCode = statement((db, p: { code: string }) =>
  db.selectFrom('bot').select('user_id').where('code', '=', p.code),
);
const byPair = statement((db, p: { portalId: number; code: string }) =>
  db.selectFrom('bot').select('user_id').where('portal_id', '=', p.portalId).where('code', '=', p.code),
);

/** How often the database is asked when somebody looks twice for that. */
function timesRead(asked: typeof byCode | typeof byPair, params: Readonly<Record<string, unknown>>): number {
  const cache = new RowCache();
  const compiled = asked.compiledFor('sqlite');
  let times = 0;
  for (let look = 0; look < 2; look += 1) {
    if (cache.find(asked as never, compiled, params, undefined)) continue;
    times += 1;
    cache.keep(asked as never, compiled, params, { make: undefined, answer: [] });
  }
  return times;
}

test('answers are kept by what was looked for, but not where that is long: nobody fills the memory with it', () => {
  expect(timesRead(byCode, { code: 'x'.repeat(1_000) })).toBe(1);
  expect(timesRead(byCode, { code: 'x'.repeat(1_001) })).toBe(2);
  expect(timesRead(byPair, { portalId: 1, code: 'x'.repeat(900) })).toBe(1);
  expect(timesRead(byPair, { portalId: 1, code: 'x'.repeat(1_001) })).toBe(2);
});

test('what is kept of a statement is made by one function: it would be given to whoever asks next', () => {
  const cache = new RowCache();
  const one = () => 1;
  const compiled = byCode.compiledFor('sqlite');
  cache.keep(byCode as never, compiled, { code: 'a' }, { make: one, answer: [1] });
  expect(cache.find(byCode as never, compiled, { code: 'a' }, one)).toEqual([1]);
  expect(() => cache.find(byCode as never, compiled, { code: 'a' }, () => 2)).toThrow('by one function');
});

test('answers to several parameters are told apart by each of them, and no more are kept than a few thousand', () => {
  const cache = new RowCache();
  const compiled = byPair.compiledFor('sqlite');
  const keep = (portalId: number, code: string, answer: readonly unknown[]) =>
    cache.keep(byPair as never, compiled, { portalId, code }, { make: undefined, answer });
  const find = (portalId: number, code: string) => cache.find(byPair as never, compiled, { portalId, code }, undefined);
  keep(1, 'a', ['1a']);
  keep(1, 'b', ['1b']);
  keep(2, 'a', ['2a']);
  expect([find(1, 'a'), find(1, 'b'), find(2, 'a'), find(2, 'b'), find(3, 'a')]).toEqual([
    ['1a'],
    ['1b'],
    ['2a'],
    undefined,
    undefined,
  ]);
  for (let i = 3; i < 5_000; i += 1) keep(i, 'a', []);
  expect([find(1, 'a'), find(4_999, 'a')]).toEqual([['1a'], []]);
  keep(5_000, 'a', []);
  expect([find(1, 'a'), find(5_000, 'a')]).toEqual([undefined, []]);
});
