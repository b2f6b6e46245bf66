import { describe, expect, test } from 'vitest';
import { fromBase64 } from './base64.ts';

describe('a text in Base64', () => {
  test.each([
    ['aGVsbG8=', 'hello'],
    ['aGVsbG8', 'hello'],
    ['aGVs\r\nbG8=\r\n', 'hello'],
    [' a G V s b G 8 = ', 'hello'],
    ['aGVsbG8hIQ==', 'hello!!'],
  ])('stands for bytes, in lines or not: %j', (text, bytes) => {
    expect(fromBase64(text)?.toString()).toBe(bytes);
  });

  test.each([
    '',
    ' ',
    '=',
    'aGVsbG8=!',
    'aG-_',
    'aGVsbG8_',
    'QQ==QQ==',
    'aGVsbA===',
    '!',
    'aGVs!',
    'aGVs=bG8',
    'aGVsbG8===',
    'ä',
    'aGVs\0',
    'a\u2028',
    'A',
    'QUJDR',
    'QUJD\nR',
  ])('is nothing else: %j', (text) => {
    expect(fromBase64(text)).toBeUndefined();
  });
});
