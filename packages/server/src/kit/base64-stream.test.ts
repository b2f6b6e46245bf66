import { expect, test } from 'vitest';
import { Base64Stream } from './base64-stream.ts';

function decoded(text: string, size: number): Buffer | undefined {
  const stream = new Base64Stream();
  const parts: Buffer[] = [];
  for (let at = 0; at < text.length; at += size) {
    const part = stream.take(text.slice(at, at + size));
    if (!part) return undefined;
    parts.push(part);
  }
  const last = stream.end();
  return last && Buffer.concat([...parts, last]);
}

test('pieces of any size come to the same bytes', () => {
  for (const length of [1, 2, 3, 4, 5, 100, 1000]) {
    const bytes = Buffer.from(Array.from({ length }, (_, i) => (i * 7) % 256));
    for (const size of [1, 2, 3, 4, 5, 7, 64, 5000]) expect(decoded(bytes.toString('base64'), size)).toEqual(bytes);
  }
});

test('white space and missing padding do no harm', () => {
  expect(decoded('SGVs\r\nbG8\t gV29y\nbGQ', 5)?.toString()).toBe('Hello World');
});

test('what is no Base64 is found out, wherever it stands', () => {
  const good = Buffer.alloc(300, 'x').toString('base64');
  for (const bad of ['not base64!', `${good}*`, `${good}=${good}`, `QQ==${good}`, `${good}-_-_`, 'data:a;base64,QUJD'])
    for (const size of [1, 4, 63, 5000]) expect(decoded(bad, size)).toBeUndefined();
});

test('one digit stands for nothing, and nothing for nothing', () => {
  for (const text of ['', '  \n', 'A', 'QUJDR', '====', '=']) expect(decoded(text, 3)).toBeUndefined();
});
