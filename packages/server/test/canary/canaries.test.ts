import { describe, expect, it } from 'vitest';
import { Canaries } from './canaries.ts';

const SECRET = 'örtlich geheim 0123456789';

describe('the search for secrets', () => {
  const canaries = new Canaries();
  canaries.add('the secret', SECRET);

  it.each([
    ['plainly', SECRET],
    ['in a form', new URLSearchParams({ field: `before ${SECRET} after` }).toString()],
    ['in an address', `/login?password=${encodeURIComponent(SECRET)}`],
    ['in hexadecimal', Buffer.from(`x${SECRET}y`).toString('hex')],
    ['in JSON', JSON.stringify({ deep: [SECRET] })],
    ...[0, 1, 2, 3].map((shift): [string, string] => [
      `in Base64, ${shift} characters behind its begin`,
      Buffer.from(`${'-'.repeat(shift)}${SECRET}${'+'.repeat(shift)}`).toString('base64'),
    ]),
  ])('finds one that is planted %s', (_, text) => {
    expect(canaries.in(text)).toEqual(['the secret']);
    expect(canaries.in(Buffer.concat([Buffer.from([0, 255, 1]), Buffer.from(text), Buffer.from([0])]))).toEqual([
      'the secret',
    ]);
  });

  it('finds nothing where there is none, and nothing that may be there', () => {
    expect(canaries.in('a text')).toEqual([]);
    expect(canaries.except('the secret').in(SECRET)).toEqual([]);
  });

  it('takes no secret that is none', () => {
    expect(() => canaries.add('nothing', '')).toThrow('not there');
  });
});
