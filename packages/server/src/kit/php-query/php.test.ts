import { execFile, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { amount } from '../../../test/amount.ts';
import { systemRandom } from '../random.ts';
import { buildPhpQuery } from './build.ts';
import { randomQueries } from './fixtures/random-queries.ts';
import { parsePhpQuery } from './parse.ts';

const INPUTS = amount({ usual: 5_000, full: 100_000 });
const NO_LIMITS = { levels: Number.POSITIVE_INFINITY, fields: Number.POSITIVE_INFINITY };

interface Recorded {
  readonly parse: readonly { readonly query: string; readonly value: unknown }[];
  readonly build: readonly { readonly value: Readonly<Record<string, unknown>>; readonly query: string }[];
}

// Not imported: made into a module, "__proto__" in it would be no plain key any more.
const recorded: Recorded = JSON.parse(readFileSync(fixture('php-brackets.json'), 'utf8'));

describe('what PHP answered when it was recorded', () => {
  test.each(recorded.parse)('$query is read the same', ({ query, value }) => {
    expect(JSON.stringify(parsePhpQuery(query))).toBe(JSON.stringify(value));
  });

  test.each(recorded.build)('$query is written the same', ({ query, value }) => {
    expect(buildPhpQuery(value, { nulls: 'omitted' })).toBe(query);
  });
});

const hasPhp = Number(spawnSync('php', ['-r', 'echo PHP_VERSION_ID;'], { encoding: 'utf8' }).stdout) >= 80_200;
const WITHOUT_PHP = 'PHP 8.2 or later is not installed: only the recorded answers were compared';
const seed = Number(process.env.PHP_BRACKETS_SEED ?? Math.floor(systemRandom.fraction() * 2 ** 32));

describe('what the PHP of this machine answers', () => {
  // To have the same inputs again: PHP_BRACKETS_SEED=... npx vitest run php-brackets
  beforeAll(() => {
    if (hasPhp) process.stdout.write(`Comparing with PHP: PHP_BRACKETS_SEED=${seed}\n`);
  });

  test(`${INPUTS} random queries are read the same`, async ({ skip }) => {
    skip(!hasPhp, WITHOUT_PHP);
    const { query } = randomQueries(seed);
    const queries = Array.from({ length: INPUTS }, query);
    const answers = await answersOfPhp('parse', queries);
    let compared = 0;
    for (const [index, text] of queries.entries()) {
      const ours = JSON.stringify(parsePhpQuery(text, NO_LIMITS));
      const answer = answers[index] ?? '';
      const theirs = ours === answer ? ours : inOurOrder(answer);
      if (theirs === undefined) continue;
      compared += 1;
      if (ours !== theirs) expect.fail(`seed ${seed}, ${JSON.stringify(text)}: PHP ${theirs}, here ${ours}`);
    }
    // The others have two names that differ only in bytes that are no UTF-8.
    expect(compared).toBeGreaterThan(INPUTS * 0.98);
  });

  test(`${INPUTS} random values are written the same`, async ({ skip }) => {
    skip(!hasPhp, WITHOUT_PHP);
    const { value } = randomQueries(seed);
    const values = Array.from({ length: INPUTS }, value);
    const answers = await answersOfPhp('build', values);
    for (const [index, value] of values.entries()) {
      const ours = buildPhpQuery(value, { nulls: 'omitted' });
      if (ours !== answers[index])
        expect.fail(`seed ${seed}, ${JSON.stringify(value)}: PHP ${answers[index]}, here ${ours}`);
    }
  });
});

function answersOfPhp(mode: 'parse' | 'build', inputs: readonly unknown[]): Promise<string[]> {
  const script = fixture('php-brackets.php');
  const settings = ['max_input_nesting_level=1000000', 'max_input_vars=1000000', 'precision=14'];
  const options = [...settings.flatMap((setting) => ['-d', setting]), script, mode];
  return new Promise((resolve, reject) => {
    const child = execFile('php', options, { maxBuffer: 2 ** 30 }, (error, stdout) => {
      if (error) reject(error);
      else resolve(stdout.split('\n'));
    });
    child.stdin?.end(inputs.map((input) => `${JSON.stringify(input)}\n`).join(''));
  });
}

function fixture(name: string): string {
  return fileURLToPath(new URL(`./fixtures/${name}`, import.meta.url));
}

type Entries = [key: string, value: string | Entries][];

/** JSON of an answer with the keys in the order they have in JavaScript; undefined: it has no counterpart here. */
function inOurOrder(answer: string): string | undefined {
  const value: unknown = JSON.parse(answer);
  return JSON.stringify(Array.isArray(value) ? fromEntries(value as Entries, true) : value);
}

function fromEntries(entries: Entries, isTop: boolean): unknown {
  const keys = entries.map(([key]) => fromBase64(key));
  if (new Set(keys).size < keys.length) return undefined;
  const values = entries.map(([, value]) =>
    typeof value === 'string' ? fromBase64(value) : fromEntries(value, false),
  );
  if (values.includes(undefined)) return undefined;
  const isList = !isTop && keys.every((key, index) => key === String(index));
  return isList ? values : Object.fromEntries(keys.map((key, index) => [key, values[index]]));
}

function fromBase64(text: string): string {
  return Buffer.from(text, 'base64').toString('utf8');
}
