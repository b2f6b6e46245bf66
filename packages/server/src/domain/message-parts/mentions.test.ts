import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mentionsEverybody, parseMentions, withoutMention } from './mentions.ts';

test('mentions are found in order, each once', () => {
  expect(parseMentions('[USER=12]Bob[/USER], ask [user=7]Eve[/user] or [USER=12]Bob[/USER]')).toEqual([12, 7]);
});

test('a mention whose name follows its person is one, too', () => {
  expect(parseMentions('[USER=503 REPLACE]Klaus[/USER] left')).toEqual([503]);
});

test.each([
  '[USER=12]',
  '[USER=all]Everyone[/USER]',
  '[USER=al]x[/USER]',
  '[USER=0]Nobody[/USER]',
  '[USER=-1]x[/USER]',
  '[/USER][USER=1]',
  'USER=1',
])('%j mentions nobody', (text) => {
  expect(parseMentions(text)).toEqual([]);
});

test('everybody is mentioned by a word of its own, outside of code, and beside others', () => {
  const texts = ['[USER=all]Everyone[/USER]', '[USER=7]Eve[/USER] and [user=ALL]all[/user]'];
  expect(texts.map(mentionsEverybody)).toEqual([true, true]);
  expect(texts.map(parseMentions)).toEqual([[], [7]]);
  const others = [
    'all',
    '[USER=7]all[/USER]',
    '[USER=all]',
    '[CODE][USER=all]Everyone[/USER][/CODE]',
    '[USER=-1]x[/USER]',
  ];
  expect(others.map(mentionsEverybody)).toEqual(others.map(() => false));
});

test('a tag that is never closed lends its end to no other', () => {
  expect(parseMentions('[USER=1]a [USER=2]b[/USER] [/USER]')).toEqual([2]);
});

test('code mentions nobody', () => {
  expect(parseMentions('[CODE][USER=1]a[/USER][/CODE] [USER=2]b[/USER]')).toEqual([2]);
});

test.each([
  // As documented for ONIMBOTMESSAGEADD and ONIMBOTMESSAGEUPDATE.
  ['[USER=567]NewBot[/USER] , how to set up the left menu', 567, ', how to set up the left menu'],
  ['[USER=571]NewBot[/USER], create a task list', 571, 'create a task list'],
  ['[USER=5]Bot[/USER]: go', 5, 'go'],
  ['[USER=5]Bot[/USER]', 5, ''],
  ['Hi [USER=5]Bot[/USER], do it', 5, 'Hi do it'],
  ['Thanks, [USER=5]Bot[/USER]!', 5, 'Thanks, !'],
  ['[USER=5]Bot[/USER]\n/help', 5, '/help'],
  ['[USER=5]Bot[/USER] and [USER=6]Al[/USER] and [user=5]Bot[/user]', 5, 'and [USER=6]Al[/USER] and'],
  [' [USER=6]Al[/USER] ', 5, ' [USER=6]Al[/USER] '],
])('%j is for %i: %j (R21)', (text, userId, expected) => {
  expect(withoutMention(text, userId)).toBe(expected);
});

test('others stay mentioned when one mention is taken out', () => {
  const words = fc.array(
    fc.constantFrom('[USER=1]a[/USER]', '[USER=2]b[/USER]', '[USER=3]c[/USER]', ',', ' ', 'x', '\n'),
  );
  fc.assert(
    fc.property(words, (parts) => {
      const text = parts.join('');
      expect(parseMentions(withoutMention(text, 2))).toEqual(parseMentions(text).filter((id) => id !== 2));
    }),
  );
});
