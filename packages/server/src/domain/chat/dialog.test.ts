import { expect, it } from 'vitest';
import { parseDialog, parseWideDialog, writeDialog } from './dialog.ts';

it.each([
  ['chat7', { kind: 'chat', chatId: 7 }],
  ['7', { kind: 'user', userId: 7 }],
  // As languages with one kind of number write it.
  ['7.0', { kind: 'user', userId: 7 }],
  ['7.0E+0', { kind: 'user', userId: 7 }],
  ['', undefined],
  ['0', undefined],
  ['-7', undefined],
  ['7.5', undefined],
  ['chat', undefined],
  ['chat0', undefined],
  ['chat7x', undefined],
  ['CHAT7', undefined],
  ['sg7', undefined],
])('%j is the dialog %j', (text, dialog) => {
  expect(parseDialog(text)).toEqual(dialog);
});

it('of a workgroup is its chat, where workgroups are meant too', () => {
  expect(parseWideDialog('sg7')).toEqual({ kind: 'workgroup', groupId: 7 });
  expect(parseWideDialog('chat7')).toEqual({ kind: 'chat', chatId: 7 });
});

it('is written as it was read', () => {
  for (const text of ['chat7', 'sg7', '7']) {
    const dialog = parseWideDialog(text);
    expect(dialog && writeDialog(dialog)).toBe(text);
  }
});
