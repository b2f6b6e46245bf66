import { describe, expect, it } from 'vitest';
import { type Entry, faultsOf, methodsChapter } from './compatibility/methods-chapter.ts';

const HEAD = `# Compatibility

## What is not here

| methods | why |
|---|---|
| \`net.*\` | there is no network |

## Messages

\`im.message.add\` looks for the recipient first.
`;

const entry = (name: string, more: Partial<Entry> = {}): Entry => ({
  name,
  isHere: true,
  errors: [],
  deviations: [],
  rulings: [],
  ...more,
});
const ROW = { status: 400, code: 'TEXT_EMPTY', message: 'Text is empty', test: 'im.message.add.ts', page: undefined };
const silent = {
  method: 'im.message.add',
  parameter: 'SILENT',
  what: 'changes nothing',
  reason: 'as with im.message.get',
};
const entries: readonly Entry[] = [
  entry('im.message.add', {
    errors: [ROW],
    deviations: [silent],
    rulings: [{ number: 'R1', target: 'rulings/general.md#r1' }],
  }),
  entry('im.message.get'),
  entry('im.message.update', { isHere: false }),
  entry('net.join', { isHere: false }),
];

describe('the list of methods', () => {
  const text = methodsChapter(HEAD, entries);

  it('is by family, and says of each method whether it works', () => {
    expect(text).toContain('| [Methods im.*](#methods-im) | 3 | 2 |\n| [Other methods](#other-methods) | 1 | 0 |\n');
    expect(text).toContain('| [im.message.add](#immessageadd) | works |\n');
    expect(text).toContain('#### im.message.update\n\nUnknown method: not there yet.\n');
    expect(text).toContain('#### net.join\n\nUnknown method: there is no network.\n');
  });

  it('tells of a method its errors with their test, its deviations, and where more is said of it', () => {
    expect(text).toContain('[im.message.add.ts](../packages/server/test/contract/im.message.add.ts)');
    expect(text).toContain('- 400 `TEXT_EMPTY` `Text is empty`\n');
    expect(text).toContain('- `SILENT` changes nothing: as with [im.message.get](#immessageget)\n');
    expect(text).toContain('See also: [Messages](#messages), [R1](rulings/general.md#r1).\n');
  });
});

describe('what is written by hand', () => {
  it('is fine while it speaks of what is so', () => {
    expect(faultsOf(HEAD, entries)).toEqual([]);
  });

  it.each([
    [
      'a method that nobody documented',
      HEAD.replace('im.message.add', 'im.message.sing'),
      entries,
      /im\.message\.sing/,
    ],
    ['as absent what works', HEAD, [...entries, entry('net.leave')], /net\.\*, which works/],
    [
      'an exemption of what is not here',
      HEAD,
      [entry('im.message.add', { isHere: false, deviations: [silent] }), ...entries.slice(1)],
      /SILENT of im\.message\.add/,
    ],
    [
      'a method whose errors no test causes',
      HEAD,
      [entry('im.message.add', { errors: [{ ...ROW, test: undefined }] }), ...entries.slice(1)],
      /im\.message\.add has no contract/,
    ],
  ])('is refused where there is %s', (_, head, of, fault) => {
    expect(faultsOf(head, of)).toEqual([expect.stringMatching(fault)]);
  });
});
