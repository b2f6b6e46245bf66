import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { pathOf, textOf } from './document.ts';

const DOCUMENT = 'docs/architecture.md';
/** `| in | path | lines | what it does |` */
const ROW = /^\| (\w* ?)\| (\S+\.(?:ts|mjs)) \| (\d+) \| (.*) \|$/gm;

// Run with -u to write the counts as they are.
test('the way of a slash command names files that are there, with their lengths', async () => {
  const document = textOf(DOCUMENT);
  const rows = [...document.matchAll(ROW)];
  expect(rows.length).toBeGreaterThan(15);
  expect(rows.map(([, , path = '']) => path).filter((path) => !existsSync(pathOf(path)))).toEqual([]);
  const counted = document.replace(ROW, (_, stage: string, path: string, __, what: string) => {
    const lines = textOf(path).split('\n').length - 1;
    return `| ${stage}| ${path} | ${lines} | ${what} |`;
  });
  await expect(counted).toMatchFileSnapshot(pathOf(DOCUMENT));
});

test.each([DOCUMENT, 'README.md', 'CONTRIBUTING.md', 'docs/compatibility.md', 'docs/how-to/add-a-method.md'])(
  'every link in %s leads somewhere',
  (name) => {
    const folder = name.includes('/') ? name.replace(/[^/]+$/, '') : '';
    const links = Array.from(textOf(name).matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g), ([, link = '']) => link);
    expect(links.filter((link) => !/^https?:/.test(link) && !existsSync(pathOf(folder + link)))).toEqual([]);
  },
);
