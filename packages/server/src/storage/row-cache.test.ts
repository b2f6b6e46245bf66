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
function timesRead(asked: typeof byCode | typeof byPair, values: readonly (string | number)[]): number {
  const cache = new RowCache();
  let times = 0;
  const read = () => {
    times += 1;
    return [];
  };
  for (let look = 0; look < 2; look += 1) cache.recall(asked as never, asked.compiledFor('sqlite'), values, read);
  return times;
}

test('answers are kept by what was looked for, but not where that is long: nobody fills the memory with it', () => {
  expect(timesRead(byCode, ['x'.repeat(1_000)])).toBe(1);
  expect(timesRead(byCode, ['x'.repeat(1_001)])).toBe(2);
  expect(timesRead(byPair, [1, 'x'.repeat(900)])).toBe(1);
  expect(timesRead(byPair, [1, 'x'.repeat(1_000)])).toBe(2);
});
