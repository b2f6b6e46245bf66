import { expect, test } from 'vitest';
import { Notes } from './document.ts';
import { link as read } from './link.ts';

const link = (raw: unknown) => read(raw, new Notes('LINK'));

test('http, https and paths from the root of the portal are links', () => {
  const links = ['http://example.com', 'HTTPS://example.com:8443/a b?c=d#e', '/', '/company/personal/user/1/'];
  expect(links.map(link)).toEqual(links);
});

test('blanks around a link are dropped', () => {
  expect(link(' https://example.com\n')).toBe('https://example.com');
});

test('an empty link is none', () => {
  expect(['', '  ', null, undefined, false].map(link)).toEqual(Array(5).fill(undefined));
});

test.each([
  'javascript:alert(1)',
  ' JavaScript:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'ftp://example.com',
  'mailto:a@example.com',
  '//example.com',
  '/\\example.com',
  '/\t/example.com',
  '\\\\example.com',
  'https:example.com',
  'https:///example.com',
  'https://',
  'https://exa\u0000mple.com',
  'example.com',
  'company/personal',
  '?a=b',
  5,
  ['https://example.com'],
])('%j is left out, and that is told (R48)', (address) => {
  const notes = new Notes('LINK');
  expect(read(address, notes)).toBeUndefined();
  expect(notes.dropped).toHaveLength(1);
});
