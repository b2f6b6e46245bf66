import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { textOf } from '../docs/document.ts';

/*
 * Each newer page that is followed is an amendment of the catalog, or is named by the test that holds to it.
 */

/** Pages that were compared and say what the catalog says: the contracts hold to that. */
const UNCHANGED = ['N4', 'N28', 'N29'];

const cited = new Set(
  ['../', '../../src/'].flatMap((folder) => {
    const { pathname } = new URL(folder, import.meta.url);
    return readdirSync(pathname, { recursive: true, encoding: 'utf8' })
      .filter(
        (file) => (folder === '../' ? /\.ts$/ : /\.test\.ts$/).test(file) && !file.endsWith('newer-pages.test.ts'),
      )
      .flatMap((file) => readFileSync(`${pathname}${file}`, 'utf8').match(/\bN\d+\b/g) ?? []);
  }),
);

describe('a newer page that is followed is held to by a test', () => {
  const entries = textOf('docs/rulings/newer-pages.md').split('\n### ').slice(1);
  const followed = entries.filter((entry) => !entry.includes('\nNot yet')).map((entry) => entry.split(' ')[0] ?? '');

  it.each(followed.filter((number) => !UNCHANGED.includes(number)))('%s', (number) => {
    expect(cited).toContain(number);
  });
});
