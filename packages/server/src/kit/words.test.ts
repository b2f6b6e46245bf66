import { expect, it } from 'vitest';
import { SEARCHES } from '../../test/search-table.ts';
import { fold, tokens } from './words.ts';

it.each(SEARCHES)('in %j a search for %j finds %s', (text, search, found) => {
  const words = tokens(text);
  const wanted = tokens(search, true);
  expect({
    words: wanted.every((one) => words.includes(one)),
    beginnings: wanted.every((one) => words.some((word) => word.startsWith(one))),
  }).toEqual({ words: found === 'words', beginnings: found !== 'not' });
});

it('cuts scripts without spaces into pairs, in an index into single characters, too', () => {
  expect(tokens('北京大学')).toEqual(['北京', '京大', '大学', '北', '京', '大', '学']);
  expect(tokens('北京大学', true)).toEqual(['北京', '京大', '大学']);
  expect([tokens('ไ'), tokens('ไ', true)]).toEqual([['ไ'], ['ไ']]);
});

it('keeps marks within a word where they are letters', () => {
  expect(tokens('हिन्दी भाषा')).toEqual(['हिन्दी', 'भाषा']);
});

it.each(['', '...', '!!! -- ¿?', '\u200b\ufe0f', '\ud800'])('finds no words in %j', (text) => {
  expect(tokens(text, true)).toEqual([]);
});

it('takes no more of a word than 64 characters', () => {
  expect(tokens(`${'a'.repeat(100)} ${'𝒜'.repeat(100)} ${'𐐨'.repeat(100)}`)).toEqual([
    'a'.repeat(64),
    'a'.repeat(64),
    '𐐨'.repeat(64),
  ]);
});

it('takes texts of any length and content', () => {
  expect(tokens('大'.repeat(300_000), true)).toHaveLength(299_999);
  expect(tokens(`a\0b\ud800c`)).toEqual(['a', 'b', 'c']);
});

it('finds the same words in plain text as beside others', () => {
  const text = `See [b]AB-1234[/b]\0\x7f, "don't" ivan.petrov@EXAMPLE.com? ${'x'.repeat(70)} #1 *2`;
  expect(tokens(`${text} ж`)).toEqual([...tokens(text), 'ж']);
});

it('folds what is folded once more into itself', () => {
  for (const [text] of SEARCHES) expect(fold(fold(text))).toBe(fold(text));
});
