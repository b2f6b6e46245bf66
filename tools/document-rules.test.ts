import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkDocuments } from './document-rules.ts';
import { anchorOf } from './markdown.ts';
import { readRulings, staleRulings } from './rulings.ts';

const FIXTURES = fileURLToPath(new URL('fixtures/documents', import.meta.url));

describe('the document rules', () => {
  it('break for a ruling that is not there and for a link that leads nowhere, and for nothing else', () => {
    expect([...checkDocuments(FIXTURES).broken].sort()).toEqual([
      'bench/cites.mjs:1: cites G92, which is no ruling',
      'docs/page.md:13: leads to ../gone.md, which is not there',
      'docs/page.md:21: cites R98, which is no ruling',
      'docs/page.md:9: leads to #elsewhere, which has no such heading',
      'docs/page.md:9: leads to nowhere.md, which is not there',
      'docs/page.md:9: leads to rulings/general.md#r3-nothing, which has no such heading',
      'docs/rulings/general.md:5: cites R97, which is no ruling',
      'docs/rulings/newer-pages.md: N1 stands twice',
      'packages/server/src/cites.ts:1: cites V99, which is no ruling',
      'packages/server/src/cites.ts:2: cites R95, which is no ruling',
      'packages/server/src/cites.ts:4: cites G94, which is no ruling',
      'tools/cites.ts:1: cites N93, which is no ruling',
    ]);
  });

  it('read every document of the tree', () => {
    expect(checkDocuments(FIXTURES).documents).toBe(4);
  });
});

describe('an anchor', () => {
  it.each([
    ['R12 Without BOT_ID, the first bot', 'r12-without-bot_id-the-first-bot'],
    ['G40 `imbot.chat.leave` and others', 'g40-imbotchatleave-and-others'],
    ['See [the page](page.md): it is short', 'see-the-page-it-is-short'],
  ])('of "%s" is %s', (heading, anchor) => {
    expect(anchorOf(heading)).toBe(anchor);
  });
});

describe('the index of rulings', () => {
  let root: string;
  const index = () => readFileSync(join(root, 'docs/rulings.md'), 'utf8');

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'botyard-rulings-'));
    cpSync(FIXTURES, root, { recursive: true });
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it('lists each ruling with a link that leads to it, and says which is not followed', () => {
    expect(staleRulings(root, true)).toEqual(['docs/rulings.md']);
    expect(index()).toContain(
      '| [R1](rulings/general.md#r1-the-order-of-rows-is-documented) | The order of `rows` is documented | yes |\n' +
        '| [R2](rulings/general.md#r2-a-status-where-none-is-stated) | A status, where none is stated | not yet |\n',
    );
    expect(checkDocuments(root).broken.filter((line) => line.startsWith('docs/rulings.md'))).toEqual([]);
    expect(readRulings(root).map(({ number }) => number)).toEqual(['R1', 'R2', 'N1', 'N1']);
  });

  it('keeps what stands above the table, and is out of date once a heading has changed', () => {
    staleRulings(root, true);
    expect(index()).toMatch(/^# Rulings\n/);
    expect(staleRulings(root, false)).toEqual([]);
    const path = join(root, 'docs/rulings/general.md');
    writeFileSync(path, readFileSync(path, 'utf8').replace('A status', 'The status'));
    expect(staleRulings(root, false)).toEqual(['docs/rulings.md']);
  });
});
