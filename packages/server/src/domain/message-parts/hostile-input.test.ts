import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cheapest } from '../../../test/cpu-time.ts';
import { parseAttach } from './attach.ts';
import { parseInvocations } from './invocation.ts';
import { parseKeyboard } from './keyboard.ts';
import { parseMentions, withoutMention } from './mentions.ts';
import { parseMenu } from './menu.ts';
import type { PartLimit, PartResult } from './part.ts';

type Parse = (raw: unknown, limit?: PartLimit) => PartResult<unknown>;

const parts: [string, Parse, fc.Arbitrary<unknown>][] = [
  ['an attachment', parseAttach, documents('BLOCKS', blocks())],
  ['a keyboard', parseKeyboard, documents('BUTTONS', buttons())],
  ['a menu', parseMenu, documents('ITEMS', buttons())],
];

test.each(parts)('%s that was read is read as the same again, also as JSON and from a form', (_, parse, arbitrary) => {
  fc.assert(
    fc.property(arbitrary, (raw) => {
      const result = parse(raw);
      if (!result.ok || result.value === null) return;
      // What was left out the first time is not there any more.
      const again = { ok: true, value: result.value };
      expect(parse(result.value)).toEqual(again);
      expect(parse(JSON.stringify(result.value))).toEqual(again);
      expect(parse(asForm(result.value))).toEqual(again);
    }),
  );
});

test.each(parts)('%s is read from most documents that look like one', (_, parse, arbitrary) => {
  const read = fc.sample(arbitrary, { numRuns: 200, seed: 1 }).filter((raw) => parse(raw).ok);
  expect(read.length).toBeGreaterThan(50);
});

test.each(parts)('junk instead of %s is answered, not thrown', (_, parse) => {
  fc.assert(
    fc.property(fc.oneof(fc.anything(), fc.json(), fc.string()), (raw) => {
      expect(parse(raw, { bytes: 1000 })).toHaveProperty('ok');
    }),
  );
});

test.each(parts)('JSON nested 100,000 deep instead of %s is invalid', (_, parse) => {
  const depth = 100_000;
  expect(parse('['.repeat(depth) + ']'.repeat(depth))).toMatchObject({ ok: false, fault: 'invalid' });
  const blocks = depth / 2;
  expect(parse(`${'{"BLOCKS":'.repeat(blocks)}1${'}'.repeat(blocks)}`)).toMatchObject({ ok: false, fault: 'invalid' });
});

test('JSON below a key that is dropped may be as deep as in a body, and no deeper', () => {
  const attach = (depth: number) => `[{"MESSAGE":"a","NOTE":${'['.repeat(depth)}${']'.repeat(depth)}}]`;
  expect(parseAttach(attach(14))).toEqual({ ok: true, value: [{ BLOCKS: [{ MESSAGE: 'a' }] }] });
  expect(parseAttach(attach(100_000))).toMatchObject({ ok: false, fault: 'invalid' });
});

test.each(parts)('a JSON text of more than a megabyte instead of %s is too long, whatever is in it', (_, parse) => {
  expect(parse(`[${' '.repeat(1024 * 1024)}]`)).toMatchObject({ ok: false, fault: 'oversize' });
});

const worst = [
  '[USER=1]',
  '[USER=1',
  '[USER=1]a[/USER]',
  '[/USER]',
  '[CODE]',
  '[CODE]\n[/CODE]',
  '[',
  '/',
  '/a\n',
  '/a ',
  '\n',
  ' ',
  ',\t',
];

test.each(worst)('a megabyte of %j is read in less than a second of a processor', (piece) => {
  const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
  const read = () => {
    parseMentions(text);
    withoutMention(text, 1);
    parseInvocations(text);
  };
  // Anything quadratic takes minutes here.
  expect(cheapest(read, 1000)).toBeLessThan(1000);
});

function documents(key: string, item: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const list = fc.array(item, { maxLength: 4 });
  return fc.oneof(
    list,
    fc.record({ [key]: list, ID: scalar(), BOT_ID: scalar(), COLOR: color() }, { requiredKeys: [key] }),
  );
}

function buttons(): fc.Arbitrary<unknown> {
  const fields = {
    COMMAND: scalar(),
    COMMAND_PARAMS: scalar(),
    LINK: link(),
    APP_ID: scalar(),
    WIDTH: scalar(),
    BG_COLOR: color(),
    DISABLED: scalar(),
  };
  const action = { ACTION: fc.constantFrom('PUT', 'SEND', 'call'), ACTION_VALUE: fc.string({ minLength: 1 }) };
  const named = fc.record(
    { TEXT: fc.string({ minLength: 1 }), ...action, ...fields },
    { requiredKeys: ['TEXT', 'ACTION', 'ACTION_VALUE'] },
  );
  return fc.oneof({ weight: 5, arbitrary: named }, { weight: 1, arbitrary: fc.constant({ TYPE: 'NEWLINE' }) });
}

function blocks(): fc.Arbitrary<unknown> {
  const item = fc.record({ LINK: link(), NAME: scalar(), WIDTH: scalar(), SIZE: scalar() }, { requiredKeys: ['LINK'] });
  const cell = fc.record(
    { DISPLAY: fc.constantFrom('ROW', 'COLUMN', 'line'), NAME: scalar(), VALUE: scalar(), COLOR: color() },
    { requiredKeys: ['DISPLAY'] },
  );
  return fc.oneof(
    fc.record({ MESSAGE: fc.string({ minLength: 1 }) }),
    fc.record({ DELIMITER: fc.oneof(scalar(), fc.record({ SIZE: scalar(), COLOR: color() })) }),
    fc.record({ LINK: item }),
    fc.record({ IMAGE: fc.oneof(item, fc.array(item, { minLength: 1, maxLength: 2 })) }),
    fc.record({ FILE: fc.oneof(item, fc.array(item, { minLength: 1, maxLength: 2 })) }),
    fc.record({ GRID: fc.array(cell, { minLength: 1, maxLength: 3 }) }),
    fc.record({
      USER: fc.record(
        { NAME: fc.string({ minLength: 1 }), USER_ID: scalar(), AVATAR: link() },
        { requiredKeys: ['NAME'] },
      ),
    }),
  );
}

function scalar(): fc.Arbitrary<unknown> {
  return fc.oneof(
    fc.string(),
    fc.integer(),
    fc.nat().map(String),
    fc.boolean(),
    fc.constantFrom(null, undefined, '/echo repeat', ' ', {}, []),
  );
}

function link(): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 5, arbitrary: fc.webUrl() },
    { weight: 5, arbitrary: fc.constant(' /company/ ') },
    { weight: 1, arbitrary: fc.string() },
  );
}

function color(): fc.Arbitrary<string> {
  return fc.constantFrom('#fff', '#29619B', 'red', '');
}

/** Every value as a string, every list as an object with numbers for keys. */
function asForm(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, asForm(inner)]));
}
