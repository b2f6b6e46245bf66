import { parseArgs } from 'node:util';

export interface Options {
  /** The commit to compare with; without it this checkout is measured beside bare Fastify alone. */
  readonly against?: string;
  /** Numbers of rows; all when there are none. */
  readonly rows: readonly string[];
  /** Milliseconds of one measurement. */
  readonly duration: number;
  readonly rounds: number;
  /** Half the width of the interval at which a comparison ends, as a share of the ratio. */
  readonly limit: number;
  readonly isQuick: boolean;
  /** Servers by others are measured, too. */
  readonly withPeers: boolean;
}

/** Something on the command line that makes no sense; the message says what would. */
export class UsageError extends Error {}

export function help(rows: readonly { readonly number: string; readonly title: string }[]): string {
  const width = Math.max(...rows.map(({ number }) => number.length));
  return `Usage: npm run bench -- [options]

Measures the built server beside a bare Fastify, in fresh processes. With --against, measures it in turn with the build
of another commit, under the same load, and prints how the two compare.

Options:
  --against <commit>  compare with this commit (any name that git knows)
  --rows <numbers>    only these rows, with commas between (default: all)
  --seconds <number>  length of one measurement (default: 2)
  --rounds <count>    rounds of each row (default: 3); with --against the most there are (default: 20)
  --limit <percent>   with --against: end a row when the 95 % interval of its ratio is within +- this (default: 3)
  --peers             also servers by others, from the package registry (it installs them in a temporary folder)
  --quick             one round of 1 s and a smaller database, to see that it runs
  --help              show this

Rows:
${rows.map(({ number, title }) => `  ${number.padEnd(width)}  ${title}`).join('\n')}

Examples:
  npm run bench -- --against HEAD~1 --rows 1,2,3,4,9,10
  npm run bench -- --against v0.1.0 --rows 1 --limit 1 --rounds 60
`;
}

/** Answers 'help' when that is asked for. */
export function readOptions(args: readonly string[], rowNumbers: readonly string[]): Options | 'help' {
  const values = parsed(args);
  if (values.help) return 'help';
  const { against, quick: isQuick = false, peers: withPeers = false } = values;
  if (against === '') throw new UsageError('--against needs a commit, as in --against HEAD~1');
  if (isQuick)
    for (const other of ['against', 'seconds', 'rounds'] as const)
      if (values[other] !== undefined) throw new UsageError(`--quick sets everything itself: leave out --${other}`);
  if (withPeers && against !== undefined)
    throw new UsageError('--peers are measured beside bare Fastify: leave out --against');
  if (values.limit !== undefined && against === undefined)
    throw new UsageError('--limit is for comparisons: add --against <commit>');
  const rounds = isQuick ? 1 : against === undefined ? 3 : 20;
  return {
    ...(against === undefined ? {} : { against }),
    rows: values.rows === undefined ? [] : rowsIn(values.rows, rowNumbers),
    duration: isQuick ? 1000 : number('seconds', values.seconds ?? '2', { from: 0.1, to: 600 }) * 1000,
    rounds: whole(
      'rounds',
      number('rounds', values.rounds ?? String(rounds), { from: against === undefined ? 1 : 2, to: 1000 }),
    ),
    limit: number('limit', values.limit ?? '3', { from: 0.1, to: 100 }) / 100,
    isQuick,
    withPeers,
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      strict: true,
      allowPositionals: false,
      options: {
        against: { type: 'string' },
        rows: { type: 'string' },
        seconds: { type: 'string' },
        rounds: { type: 'string' },
        limit: { type: 'string' },
        quick: { type: 'boolean' },
        peers: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    // Its first sentence says what is wrong; the rest advises on syntax.
    const [first = ''] = (error as Error).message.split(/\.\s|\n/);
    throw new UsageError(`${first}; see npm run bench -- --help`);
  }
}

function rowsIn(text: string, known: readonly string[]): string[] {
  const numbers = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const unknown = numbers.find((part) => !known.includes(part));
  if (numbers.length === 0 || unknown !== undefined)
    throw new UsageError(
      `--rows ${unknown === undefined ? 'names none' : `has ${unknown}`}: choose from ${[...new Set(known)].join(',')}`,
    );
  return numbers;
}

function number(name: string, text: string, { from, to }: { from: number; to: number }): number {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (!(value >= from && value <= to))
    throw new UsageError(`--${name} must be a number from ${from} to ${to}, not ${JSON.stringify(text)}`);
  return value;
}

function whole(name: string, value: number): number {
  if (!Number.isInteger(value)) throw new UsageError(`--${name} must be a whole number, not ${value}`);
  return value;
}
