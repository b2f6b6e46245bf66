import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toXml } from './xml.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

test('a batch is answered in the documented shape', () => {
  expect(toXml({ result: { result: { get_user: { ID: '1', NAME: 'Klaus', LAST_NAME: 'Weber' } } } })).toBe(
    `${HEAD}<response><result><result><get_user><ID>1</ID><NAME>Klaus</NAME><LAST_NAME>Weber</LAST_NAME></get_user></result></result></response>\n`,
  );
});

test('an error is answered in the documented shape', () => {
  expect(toXml({ error: 'ERROR_CODE', error_description: 'Message' })).toBe(
    `${HEAD}<response><error>ERROR_CODE</error><error_description>Message</error_description></response>\n`,
  );
});

describe('inside a result', () => {
  test.each([
    ['the items of a list are named item', [1, [2]], '<result><item>1</item><item><item>2</item></item></result>'],
    [
      'a bot id as a key is an attribute',
      { '39': { CODE: 'echo' } },
      '<result><item key="39"><CODE>echo</CODE></item></result>',
    ],
    [
      'so is any other key that is no plain name',
      { 'a b': 1, '<': 2, '': 3, 'a:b': 4, '"\n': 5, имя: 6 },
      '<result><item key="a b">1</item><item key="&lt;">2</item><item key="">3</item><item key="a:b">4</item>' +
        '<item key="&quot;&#10;">5</item><item key="имя">6</item></result>',
    ],
    ['true is 1 and false is 0', [true, false], '<result><item>1</item><item>0</item></result>'],
    [
      'numbers are as in JSON',
      [0, -1.5, 1e21, Number.NaN],
      '<result><item>0</item><item>-1.5</item><item>1e+21</item><item/></result>',
    ],
    ['null and what is empty are empty', { a: null, b: '', c: [], d: {} }, '<result><a/><b/><c/><d/></result>'],
    ['undefined is left out', { a: undefined }, '<result/>'],
    [
      'text cannot leave its element',
      '</result>&amp;]]><!--',
      '<result>&lt;/result&gt;&amp;amp;]]&gt;&lt;!--</result>',
    ],
    ['lines stay lines', 'a\nb\r\nc', '<result>a\nb&#13;\nc</result>'],
    ['what XML cannot hold is replaced', '\0\x1b\uffff\ud83d😀', '<result>\ufffd\ufffd\ufffd\ufffd😀</result>'],
  ])('%s', (_, result, xml) => {
    expect(toXml({ result })).toBe(`${HEAD}<response>${xml}</response>\n`);
  });
});

test('whatever an answer holds, its XML is well-formed and says the same', () => {
  const text = fc.string({ unit: fc.constantFrom(...'ab01 -.:<>&"\'\n\r\t\0\x0b\ufffe\ud800é名😀') });
  const key = fc.oneof(text, fc.string({ unit: 'binary' }), fc.constantFrom('item', '__proto__', 'xml'));
  const { answer } = fc.letrec<{ answer: unknown }>((tie) => ({
    answer: fc.oneof(
      { maxDepth: 2 },
      text,
      fc.array(tie('answer'), { maxLength: 4 }),
      fc.dictionary(key, tie('answer'), { maxKeys: 4 }),
    ),
  }));
  fc.assert(
    fc.property(answer, (value) => {
      expect(readXml(toXml(value))).toEqual(['response', ...said(value)]);
    }),
  );
});

/** Names (or keys instead) and texts in their order; fails on anything that is not well-formed. */
function readXml(xml: string): string[] {
  const said: string[] = [];
  const open: string[] = [];
  const body = xml.slice(HEAD.length, -1);
  const token = /<([A-Za-z_][\w.-]*)(?: key="([^"<\t\n\r]*)")?(\/?)>|<\/([^>]*)>|([^<>\r]+)/uy;
  for (let at = 0; at < body.length; at = token.lastIndex) {
    const found = token.exec(body) ?? expect.fail(`not well-formed from ${at}: ${body}`);
    const [, name, key, isEmpty, closed, text] = found;
    if (name !== undefined) said.push(key === undefined ? name : unescaped(key));
    if (name !== undefined && !isEmpty) open.push(name);
    if (closed !== undefined && open.pop() !== closed) expect.fail(`${closed} is not open: ${body}`);
    if (text !== undefined) said.push(unescaped(text));
  }
  expect(open).toEqual([]);
  return said;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#9;': '\t',
  '&#10;': '\n',
  '&#13;': '\r',
};

function unescaped(text: string): string {
  if (NOT_IN_XML.test(text)) expect.fail(`not allowed in XML: ${JSON.stringify(text)}`);
  return text.replace(/&[^;]*;?/g, (entity) => ENTITIES[entity] ?? expect.fail(`unknown entity ${entity}`));
}

function said(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => ['item', ...said(item)]);
  if (typeof value !== 'object' || value === null) return value === '' ? [] : [held(String(value))];
  return Object.entries(value).flatMap(([key, item]) => [held(key), ...said(item)]);
}

const NOT_IN_XML = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/u;

function held(text: string): string {
  return text.replace(new RegExp(NOT_IN_XML, 'gu'), '\ufffd');
}
