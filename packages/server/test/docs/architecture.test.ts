import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { pathOf, textOf } from './document.ts';

const DOCUMENT = 'docs/architecture.md';

test('the way of a slash command names files that are there', () => {
  const files = Array.from(textOf(DOCUMENT).matchAll(/^\| `(\S+\.ts)` \| /gm), ([, path]) => path);
  expect(files.length).toBeGreaterThan(15);
  expect(files.filter((path) => !existsSync(pathOf(`packages/server/src/${path}`)))).toEqual([]);
});

test.each([DOCUMENT, 'README.md', 'CONTRIBUTING.md', 'docs/compatibility.md', 'docs/how-to/add-a-method.md'])(
  'every link in %s leads somewhere',
  (name) => {
    const folder = name.includes('/') ? name.replace(/[^/]+$/, '') : '';
    const links = Array.from(textOf(name).matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g), ([, link = '']) => link);
    expect(links.filter((link) => !/^https?:/.test(link) && !existsSync(pathOf(folder + link)))).toEqual([]);
  },
);
