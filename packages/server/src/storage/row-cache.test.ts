import { expect, test } from 'vitest';
import { keyOf, RowCache } from './row-cache.ts';
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
  const key = keyOf(compiled, params);
  let times = 0;
  for (let look = 0; look < 2; look += 1) {
    if (cache.find(asked as never, key, undefined)) continue;
    times += 1;
    cache.keep(asked as never, compiled, { key, make: undefined, answer: [] });
  }
  return times;
}

test('answers are kept by what was looked for, but not where that is long: nobody fills the memory with it', () => {
  expect(timesRead(byCode, { code: 'x'.repeat(1_000) })).toBe(1);
  expect(timesRead(byCode, { code: 'x'.repeat(1_001) })).toBe(2);
  expect(timesRead(byPair, { portalId: 1, code: 'x'.repeat(900) })).toBe(1);
  expect(timesRead(byPair, { portalId: 1, code: 'x'.repeat(1_000) })).toBe(2);
});

test('what is kept of a statement is made by one function: it would be given to whoever asks next', () => {
  const cache = new RowCache();
  const one = () => 1;
  cache.keep(byCode as never, byCode.compiledFor('sqlite'), { key: 'a', make: one, answer: [1] });
  expect(cache.find(byCode as never, 'a', one)).toEqual([1]);
  expect(() => cache.find(byCode as never, 'a', () => 2)).toThrow('by one function');
});
