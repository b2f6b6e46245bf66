import { expect, it } from 'vitest';
import { firstLink } from './first-link.ts';

it.each([
  ['look at https://example.com/a?b=c#d', 'https://example.com/a?b=c#d'],
  ['http://one.test and http://two.test', 'http://one.test'],
  ['[URL=https://example.com/x]here[/URL]', 'https://example.com/x'],
  ['[URL]https://example.com/x[/URL]', 'https://example.com/x'],
  ['(see https://example.com/x).', 'https://example.com/x'],
  ['https://example.com/Rust_(game)!', 'https://example.com/Rust_(game)'],
  ['<https://example.com/>', 'https://example.com/'],
  ['https://пример.испытание/путь', 'https://пример.испытание/путь'],
  ['[CODE]https://shown.test[/CODE] https://meant.test', 'https://meant.test'],
  ['[CODE]https://shown.test[/CODE]', undefined],
  ['ftp://example.com and javascript://x', undefined],
  ['https:// nothing', undefined],
  ['https://[', undefined],
  [`https://example.com/${'x'.repeat(2_100)} https://short.test`, 'https://short.test'],
  ['no link', undefined],
])('%s', (text, link) => {
  expect(firstLink(text)).toBe(link);
});
