import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { pathOf, textOf } from './document.ts';

const DOCUMENT = 'docs/architecture.md';

/** Paths are below the sources of the server, in the chapter of the pages below theirs. */
const SOURCES = ['packages/server/src/', 'packages/web/src/'];

test('its tables name files that are there', () => {
  const files = Array.from(textOf(DOCUMENT).matchAll(/^\| `(\S+\.ts)` \| /gm), ([, path]) => path);
  expect(files.length).toBeGreaterThan(15);
  const isThere = (path = '') => SOURCES.some((folder) => existsSync(pathOf(folder + path)));
  expect(files.filter((path) => !isThere(path))).toEqual([]);
});

test.each([DOCUMENT, 'README.md', 'CONTRIBUTING.md', 'docs/compatibility.md', 'docs/how-to/add-a-method.md'])(
  'every link in %s leads somewhere',
  (name) => {
    const folder = name.includes('/') ? name.replace(/[^/]+$/, '') : '';
    const links = Array.from(textOf(name).matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g), ([, link = '']) => link);
    expect(links.filter((link) => !/^https?:/.test(link) && !existsSync(pathOf(folder + link)))).toEqual([]);
  },
);
