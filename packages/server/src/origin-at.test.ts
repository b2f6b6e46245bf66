import { expect, it } from 'vitest';
import { originAt } from './origin-at.ts';

it.each([
  ['https', 'portal.test', 443, 'https://portal.test'],
  ['http', '127.0.0.1', 80, 'http://127.0.0.1'],
  ['https', 'portal.test', 80, 'https://portal.test:80'],
  ['http', '0.0.0.0', 8424, 'http://127.0.0.1:8424'],
  ['http', '::1', 8424, 'http://[::1]:8424'],
] as const)('%s on %s, port %i, is called at %s', (scheme, host, port, origin) => {
  expect(originAt(scheme, host, port)).toBe(origin);
});
