import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseInvocations, splitCommand } from './invocation.ts';

test('a command is a name behind a slash, and the rest of its line', () => {
  expect(parseInvocations('/echo hello  you ')).toEqual([{ name: 'echo', params: 'hello  you' }]);
  expect(parseInvocations('/Help')).toEqual([{ name: 'Help', params: '' }]);
});

test('each line may call a command, in order (R26)', () => {
  expect(parseInvocations('/one a\r\ntext\n/two\n/one b')).toEqual([
    { name: 'one', params: 'a' },
    { name: 'two', params: '' },
    { name: 'one', params: 'b' },
  ]);
});

test.each(['hello /echo', ' /echo', '/ echo', '>>/echo', 'a/b', '', '/'])('%j calls nothing', (text) => {
  expect(parseInvocations(text)).toEqual([]);
});

test('code calls nothing (R25)', () => {
  expect(parseInvocations('[CODE]\n/one\n[/CODE]\n/two\n[code]a\n/three[/code]')).toEqual([
    { name: 'two', params: '' },
  ]);
});

test('code within params is text, and what follows on its next lines is code', () => {
  expect(parseInvocations('/run [CODE]a\n/b\n[/CODE]\n/c')).toEqual([
    { name: 'run', params: '[CODE]a' },
    { name: 'c', params: '' },
  ]);
});

test('code that is never closed is text', () => {
  expect(parseInvocations('[CODE]\n/one')).toEqual([{ name: 'one', params: '' }]);
});

test.each([
  ['echo repeat', undefined, 'echo', 'repeat'],
  ['echo  repeat it ', undefined, 'echo', 'repeat it'],
  ['echo repeat', '', 'echo', 'repeat'],
  ['echo repeat', 'x', 'echo repeat', 'x'],
  ['/echo', ' x ', 'echo', ' x '],
  [' //echo\tx', undefined, 'echo', 'x'],
  ['/', undefined, '', ''],
  ['', 'x', '', 'x'],
])('%j with params %j is %j with %j (R29)', (command, given, name, params) => {
  expect(splitCommand(command, given)).toEqual({ name, params });
});

test('a command that is split once is not split again', () => {
  const words = fc.string({ unit: fc.constantFrom('a', '/', ' ', '\t', '\n', 'é'), maxLength: 12 });
  fc.assert(
    fc.property(words, fc.option(words, { nil: undefined }), (command, given) => {
      const once = splitCommand(command, given);
      expect(splitCommand(once.name, once.params)).toEqual(once);
    }),
  );
});

test('a name has no white space and params no line break, whatever is typed', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('/', 'a', ' ', '\n', '\r', '\u2028', '[CODE]', '[/CODE]') }),
      (text) => {
        for (const { name, params } of parseInvocations(text)) {
          expect(name).toMatch(/^\S+$/);
          expect(params).not.toMatch(/[\r\n\u2028]/);
        }
      },
    ),
  );
});
