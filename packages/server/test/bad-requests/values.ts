import type { Draw } from './draw.ts';

/** Names that mean something to JavaScript, SQL, PHP or a parser, where a name of somebody's own should stand. */
const NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'then',
  'toJSON',
  'length',
  '',
  ' ',
  '0',
  '-1',
  'a.b',
  '[]',
  '[',
  ']]',
  '\0',
  '\ud800',
  'ID',
  'BLOCKS',
  'BUTTONS',
  'method',
  'params',
] as const;

const SCALARS = [
  null,
  true,
  false,
  0,
  -0,
  -1,
  1,
  1.5,
  5e-324,
  1e21,
  1.7e308,
  2 ** 31,
  2 ** 53,
  2 ** 63,
  -(2 ** 63),
  '0',
  '-1',
  '+1',
  ' 1 ',
  '1e3',
  '0x10',
  '٣',
  '999999999999999',
  '9223372036854775808',
  '9'.repeat(400),
  'NaN',
  'Infinity',
  'null',
  'undefined',
  'Y',
  'n',
  'chat',
  'chat0',
  'chat-1',
  'chat999999999999999',
  'chat9999999999999999999',
  'sg1',
  '1\u0000',
  '\u0000',
  '\u0001\u001b\u007f\u0085\u2028',
  '\ud800',
  'a\udc00b',
  '\ufeff\ufffe\uffff',
  '\u202e\u0301'.repeat(50),
  "'; drop table message; --",
  '%00%ff%',
  '%',
  '../../etc/passwd',
  '$result[a][b]',
  '$result[__proto__][constructor]',
  '$result[a]'.repeat(40),
  'a?b=c&d[]=e',
  '[B]'.repeat(300),
  '[USER=1]x[/USER][USER=99999999999999999999]',
  '[URL=javascript:alert(1)]x[/URL]',
  '[send=x][put=y]',
  '/help me',
  '/'.repeat(200),
  '{"BLOCKS":',
  '[{}]',
  '{"0":{"1":[]}}',
  '"text"',
  '{"__proto__":{"admin":1}}',
  'data:image/png;base64,AAAA',
  'iVBORw0KGgo=',
  '/9j/4AAQSkZJRg==',
  'R0lGODlh',
  '====',
  '!!!!not base64!!!!',
  'http://127.0.0.1:9/nobody',
  'http://',
  'http://[::',
  'http://user:secret@127.0.0.1:9/',
  'javascript:alert(1)',
  'file:///etc/passwd',
  '//127.0.0.1:9',
  '#ff0000',
  'MINT',
  '2026-13-45T99:99:99',
] as const;

/** More than a database takes as the parameters of one statement. */
const MANY = Array.from({ length: 40_000 }, (_, i) => i + 1);

/** Something that no parameter wants; nested, but not deeper than a body may be. */
export function hostileValue(draw: Draw, depth = 0): unknown {
  if (depth < 2 && draw.chance(0.002)) return MANY;
  if (depth > 4 || draw.chance(0.7)) return hostileScalar(draw);
  if (draw.chance(0.5)) return draw.times(4, () => hostileValue(draw, depth + 1));
  return hostileObject(draw, () => hostileValue(draw, depth + 1));
}

export function hostileName(draw: Draw): string {
  return draw.pick(NAMES);
}

function hostileScalar(draw: Draw): unknown {
  if (draw.chance(0.9)) return draw.pick(SCALARS);
  if (draw.chance(0.1)) return draw.pick(['x', '[', '\ud800', '👩‍👧', 'A=']).repeat(20_000);
  if (draw.chance(0.02)) return deepJson(draw, 10_000);
  if (draw.chance(0.5)) return deepJson(draw, 40);
  return Array.from({ length: draw.below(40) }, () => String.fromCharCode(draw.below(0x10000))).join('');
}

/** Text that a parameter may take for a document: what limits the body does not limit this. */
export function deepJson(draw: Draw, levels: number): string {
  const [open, close] = draw.pick([
    ['[', ']'],
    ['{"a":', '}'],
    ['{"BLOCKS":', '}'],
    ['[{"GRID":', '}]'],
    ['{"BUTTONS":', '}'],
    ['{"method":"profile","params":', '}'],
  ]);
  return `${open.repeat(levels)}1${close.repeat(levels)}`;
}

/** As JSON.parse makes it: `__proto__` is a key like any other there. */
function hostileObject(draw: Draw, value: () => unknown): object {
  return Object.fromEntries(draw.times(4, () => [hostileName(draw), value()]));
}
