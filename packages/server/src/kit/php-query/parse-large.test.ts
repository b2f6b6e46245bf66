import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePhpQuery } from './parse.ts';
import { parseLargeQuery } from './parse-large.ts';

const large = (query: string) => parseLargeQuery(Buffer.from(query));

test('a large query is read as a small one is', async () => {
  const part = fc.string({
    unit: fc.constantFrom(...'ab[]0=&%+ .ä👋\0', '%41', '%C3', '%A4', '[]', '[x]'),
    maxLength: 40,
  });
  await fc.assert(
    fc.asyncProperty(part, async (query) => {
      expect(await large(query)).toEqual(parsePhpQuery(query));
    }),
    { numRuns: 500 },
  );
});

test.each(['%41', '%C3%A4', '%F0%9F%91%8B', 'ä', 'x', '+', '%', '%4'])(
  'and so is one field of megabytes: %s',
  async (text) => {
    const value = text.repeat(700_000 / text.length);
    for (const shift of ['', 'x', 'xx'])
      expect(await large(`first=1&a=${shift}${value}&last=2`)).toEqual(
        parsePhpQuery(`first=1&a=${shift}${value}&last=2`),
      );
  },
);

test('one with too many fields is not', async () => {
  await expect(large('a=&'.repeat(5_001))).rejects.toThrow('There are more than 5000 fields');
});
