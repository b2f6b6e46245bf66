import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Pages that say how long a file is: a table row of a path in backticks and a number. */
const PAGES = ['docs/architecture.md'];
const BASE = 'packages/server/src';
const ROW = /^(\| `([^`]+\.ts)` \| )(\d+)( \|)/gm;

/** Pages whose counts are no longer true; with `write` they are put right. A file that is not there is an error. */
export function staleCounts(root: string, write: boolean): string[] {
  return PAGES.flatMap((page) => {
    const path = join(root, page);
    const present = readFileSync(path, 'utf8');
    const counted = present.replace(ROW, (_, head: string, file: string, _count: string, tail: string) => {
      const lines = readFileSync(join(root, BASE, file), 'utf8')
        .trimEnd()
        .split('\n').length;
      return `${head}${lines}${tail}`;
    });
    if (present === counted) return [];
    if (write) writeFileSync(path, counted);
    return [page];
  });
}
