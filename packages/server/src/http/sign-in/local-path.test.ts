import { expect, it } from 'vitest';
import { localPath } from './local-path.ts';

it.each(['/', '/oauth/authorize/?client_id=local.1&state=a%2Fb', '/chats/5?m=7#end', '/a//b'])(
  'leads on to %s',
  (path) => expect(localPath(path)).toBe(path),
);

it.each([
  '',
  'https://example.com/',
  'https:example.com',
  '//example.com',
  '/\\example.com',
  '\\\\example.com',
  '/\t/example.com',
  '/\n/example.com',
  ' //example.com',
  '/..//example.com',
  '/.//example.com',
  '/%2e%2e//example.com',
  'javascript:alert(1)',
  'chats/5',
  '/a\\..\\b',
  '/a\r\nset-cookie: x',
])('leads from %j to the start page', (path) => expect(localPath(path)).toBe('/'));
