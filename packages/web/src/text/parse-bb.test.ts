import { describe, expect, it } from 'vitest';
import type { BbNode } from './bb-tree.ts';
import { parseBb } from './parse-bb.ts';

const text = (written: string): BbNode => ({ kind: 'text', text: written });

describe('a message with codes', () => {
  it.each([
    ['[b]bold[/b]', { kind: 'bold', children: [text('bold')] }],
    ['[I]slanted[/I]', { kind: 'italic', children: [text('slanted')] }],
    ['[size=99]x[/size]', { kind: 'size', pixels: 30, children: [text('x')] }],
    ['[size=2pt]x[/size]', { kind: 'size', pixels: 8, children: [text('x')] }],
    ['[color=#f00]x[/color]', { kind: 'color', color: '#f00', children: [text('x')] }],
    ['[url=/online/]here[/url]', { kind: 'link', address: '/online/', children: [text('here')] }],
    ['[url]http://a.b[/url]', { kind: 'link', address: 'http://a.b', children: [text('http://a.b')] }],
    ['[user=5]Bob[/user]', { kind: 'user', userId: 5, children: [text('Bob')] }],
    ['[user=5 REPLACE]Bob[/user]', { kind: 'user', userId: 5, children: [text('Bob')] }],
    ['[user=all]all[/user]', { kind: 'user', userId: 'all', children: [text('all')] }],
    ['[chat=7]Team[/chat]', { kind: 'chat', dialogId: 'chat7', children: [text('Team')] }],
    ['[chat=imol|7]Line[/chat]', { kind: 'chat', dialogId: 'chat7', children: [text('Line')] }],
    [
      '[context=chat5/41]there[/context]',
      { kind: 'context', dialogId: 'chat5', messageId: 41, children: [text('there')] },
    ],
    ['[send=/help]Help[/send]', { kind: 'send', text: '/help', children: [text('Help')] }],
    ['[put]/help[/put]', { kind: 'put', text: '/help', children: [text('/help')] }],
    ['[call]+49 30 1[/call]', { kind: 'call', number: '+49 30 1', children: [text('+49 30 1')] }],
    ['[code][b]x[/b][/code]', { kind: 'code', text: '[b]x[/b]' }],
    ['[img size=small]http://a.b/c.png [/img]', { kind: 'image', address: 'http://a.b/c.png', size: 'small' }],
    [
      '[icon=http://a.b/c.png size=200 title=a b]',
      { kind: 'icon', address: 'http://a.b/c.png', pixels: 100, title: 'a b' },
    ],
    ['[timestamp=16 format=FORMAT_DATE]', { kind: 'time', seconds: 16, format: 'FORMAT_DATE' }],
    [
      'see http://a.b/c.',
      text('see '),
      { kind: 'link', address: 'http://a.b/c', children: [text('http://a.b/c')] },
      text('.'),
    ],
  ])('%s', (written, ...nodes) => {
    expect(parseBb(written)).toEqual(nodes);
  });

  it.each([
    '[b]never ended',
    'never begun[/b]',
    '[url=javascript:alert(1)]x[/url]',
    '[url=//evil.example]x[/url]',
    '[url=data:text/html,x]x[/url]',
    '[color=red;position:fixed]x[/color]',
    '[color=url(x)]x[/color]',
    '[img]http://a.b/c.png[/img] [img size=huge]x[/img]'.replace('http://a.b/c.png', 'x'),
    '[timestamp=16 format=NONE]',
    '[user=0]nobody[/user]',
    '[constructor=1]x[/constructor]',
    '<img src=x onerror=alert(1)>',
  ])('%s stays as it is written', (written) => {
    expect(parseBb(written)).toEqual([text(written)]);
  });

  it('keeps what ends in the wrong order, as far as it can be understood', () => {
    expect(parseBb('[b]a[i]b[/b]c[/i]')).toEqual([{ kind: 'bold', children: [text('a[i]b')] }, text('c[/i]')]);
  });

  it('has no link within a link', () => {
    const [link] = parseBb('[url=/a][user=1]Bob[/user] http://c.d[/url]');
    expect(link).toEqual({ kind: 'link', address: '/a', children: [text('Bob'), text(' http://c.d')] });
  });
});

describe('quoted lines', () => {
  it('begin with >>, and end with the first that does not', () => {
    expect(parseBb('so:\n>>one\n>> [b]two[/b]\nyes')).toEqual([
      text('so:'),
      { kind: 'quote', title: '', time: '', children: [text('one\n'), { kind: 'bold', children: [text('two')] }] },
      text('yes'),
    ]);
  });

  it('stand between dashes, with the name of who wrote them', () => {
    const dashes = '-'.repeat(54);
    expect(parseBb(`${dashes}\nBob Berger [16:02] #chat5/41\nhello\n${dashes}\nyes`)).toEqual([
      { kind: 'quote', title: 'Bob Berger', time: '16:02', children: [text('hello')] },
      text('yes'),
    ]);
    expect(parseBb(`${dashes}\nhello`)).toEqual([text(`${dashes}\nhello`)]);
  });

  it('are none within code', () => {
    expect(parseBb('[code]\n>>a\n[/code]')).toEqual([{ kind: 'code', text: '>>a' }]);
  });
});

describe('the worst text', () => {
  it.each([
    ['a hundred thousand codes in one another', '[b]'.repeat(100_000) + '[/b]'.repeat(100_000)],
    ['beginnings without an end', '[code]'.repeat(100_000)],
    ['pictures without an end', '[img size=small]'.repeat(60_000)],
    ['ends without a beginning', '[/url]'.repeat(100_000)],
    ['brackets', '['.repeat(1_000_000)],
    ['dashes', `${'-'.repeat(6)}\n`.repeat(100_000)],
    ['quotes', '>>\n'.repeat(200_000)],
    ['mixed', '[b][url=http://a.b]'.repeat(50_000)],
    ['addresses', 'http://a.b/(('.repeat(50_000)],
    ['a long value', `[url=${'a'.repeat(1_000_000)}`],
  ])('%s is read', (_, written) => {
    expect(parseBb(written).length).toBeGreaterThan(0);
  });
});
