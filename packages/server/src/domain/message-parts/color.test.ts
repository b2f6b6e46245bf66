import { expect, test } from 'vitest';
import { colorToken, hexColor } from './color.ts';

test('colours of three and of six digits are kept as written', () => {
  expect(['#fff', '#29619B'].map(hexColor)).toEqual(['#fff', '#29619B']);
});

test('what is no such colour is dropped', () => {
  const wrong = ['fff', '#ffff', '#12345g', 'red', 'url(//host)', '#fff;background:red', '#fff\n', '', null, 7];
  expect(wrong.map(hexColor)).toEqual(Array(wrong.length).fill(undefined));
});

test('a token is one of four', () => {
  expect(['primary', 'secondary', 'alert', 'base', 'success'].map(colorToken)).toEqual([
    'primary',
    'secondary',
    'alert',
    'base',
    undefined,
  ]);
});
