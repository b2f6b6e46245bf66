import { type FigureName, type Found, isWhole, namesIn, said, shown, valuesOf } from './figures.ts';
import type { Row } from './rows.ts';
import { median } from './statistics.ts';
import { head, line } from './table.ts';

/** What the rounds of a row found; of bare Fastify, what was measured in the same rounds. */
export interface RowResult {
  readonly row: Pick<Row, 'number' | 'title' | 'goal' | 'beside'>;
  readonly found: readonly Found[];
  readonly beside?: readonly Found[];
}

/** Columns of the table of throughput; every other figure stands in the second table. */
const COLUMNS = ['sent', 'p50', 'p99', 'processor'] as const;

/** The tables of this build beside bare Fastify, and whether every message that was accepted arrived. */
export function report(results: readonly RowResult[], fastify: ReadonlyMap<number, readonly Found[]>) {
  const bare = [...fastify].map(([connections, found]) => {
    const title = `bare Fastify, ${connections} connection${connections === 1 ? '' : 's'}`;
    return throughputLine({ row: { number: '', title, goal: '' }, found, beside: found });
  });
  const through = results.filter(({ found }) => namesIn(found).includes('sent'));
  const others = results.flatMap((result) => otherLine(result) ?? []);
  const lost = results.flatMap(lostIn);
  const tables = [
    through.length + bare.length === 0
      ? []
      : [
          ...head(
            ...['row', 'what', 'goal', 'requests/s', 'x Fastify', 'p50 ms', 'p99 ms', 'CPU us/request', 'x Fastify'],
            'accepted = stored = delivered',
          ),
          ...bare,
          ...through.map(throughputLine),
        ],
    others.length === 0 ? [] : [...head('row', 'what', 'goal', 'measured'), ...others],
    wholeness(lost),
  ];
  const text = tables
    .filter((table) => table.length > 0)
    .map((table) => table.join('\n'))
    .join('\n\n');
  return { text, isWhole: lost.length === 0 };
}

/** Says of each row that lost messages how many. */
export function lostIn({ row, found }: Pick<RowResult, 'row' | 'found'>): string[] {
  return found.filter((one) => !isWhole(one)).map((one) => `row ${row.number}: ${lossOf(one)}`);
}

export function wholeness(lost: readonly string[]): string[] {
  return lost.length === 0
    ? ['Every message that was accepted was stored and delivered.']
    : ['NOT every message that was accepted was stored and delivered:', ...lost.map((one) => `- ${one}`)];
}

function throughputLine({ row, found, beside }: RowResult): string {
  const last = found.at(-1);
  return line(
    row.number,
    row.title,
    row.goal,
    ...COLUMNS.flatMap((name) => {
      const value = shown(name, median(valuesOf(found, name)));
      return isCompared(name) ? [value, besideFastify(name, found, beside)] : [value];
    }),
    last?.counts ? countsOf(last) : '',
  );
}

function otherLine({ row, found, beside }: RowResult): string | undefined {
  const hasThroughput = namesIn(found).includes('sent');
  const names = namesIn(found).filter((name) => !hasThroughput || !COLUMNS.some((column) => column === name));
  if (names.length === 0) return undefined;
  const measured = names.map((name) => {
    const times = isCompared(name) ? besideFastify(name, found, beside) : '';
    return `${said(name, median(valuesOf(found, name)))}${times && ` (${times} x Fastify)`}`;
  });
  return line(row.number, row.title, row.goal, measured.join(', '));
}

/** Bare Fastify has these, too. Its latencies are too small for a ratio to tell anything. */
export function isCompared(name: FigureName): boolean {
  return name === 'sent' || name === 'processor';
}

/** The ratio to bare Fastify, round by round: a machine that is busy in one of them is busy for both. */
export function besideFastify(name: FigureName, found: readonly Found[], beside: readonly Found[] | undefined): string {
  if (!beside) return '';
  const bare = valuesOf(beside, name);
  const ratio = median(valuesOf(found, name).map((value, round) => value / (bare[round] ?? Number.NaN)));
  return ratio.toFixed(2);
}

function countsOf({ counts }: Found): string {
  if (!counts) return '';
  const { accepted, stored, delivered } = counts;
  return [accepted, stored, ...(delivered === undefined ? [] : [delivered])].join(' = ');
}

function lossOf({ counts }: Found): string {
  return `${Object.keys(counts ?? {}).join(', ')}: ${Object.values(counts ?? {}).join(', ')}`;
}
