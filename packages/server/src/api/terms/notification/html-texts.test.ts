import { expect, test } from 'vitest';
import { HtmlTexts } from './html-texts.ts';

const long = (n: number) => ({ text: `[b]${n}[/b]${'x'.repeat(60_000)}` });

test('long texts are converted a few in each turn, short ones at once', () => {
  const html = new HtmlTexts();
  const texts = [long(1), long(2), long(3), { text: '[i]short[/i]' }];
  expect([html.add(texts), html.add(texts)]).toEqual([true, false]);
  expect(texts.map((one) => html.of(one).slice(0, 8))).toEqual(['<b>1</b>', '<b>2</b>', '<b>3</b>', '<i>short']);
});

test('one that came in between is converted, too', () => {
  const html = new HtmlTexts();
  html.add([long(1)]);
  expect(html.add([{ text: '[u]new[/u]' }, long(1)])).toBe(false);
  expect(html.of({ text: '[u]new[/u]' })).toBe('<u>new</u>');
});
