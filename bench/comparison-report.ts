import { FIGURES, type FigureName, type Found, nameOf, namesIn, shown, valuesOf } from './figures.ts';
import { besideFastify, isCompared, lostIn, wholeness } from './report.ts';
import type { Row } from './rows.ts';
import { median, type RatioInterval, ratioInterval } from './statistics.ts';
import { head, line } from './table.ts';

/** What the rounds of a row found: of both builds, and of bare Fastify in the same rounds. */
export interface Comparison {
  readonly row: Pick<Row, 'number' | 'title' | 'goal' | 'decides'>;
  readonly ours: readonly Found[];
  readonly theirs: readonly Found[];
  readonly beside?: readonly Found[];
}

/** The table of two builds, and whether every message that one of them accepted arrived. */
export function comparisonReport(comparisons: readonly Comparison[], commit: string) {
  const lost = comparisons.flatMap(({ row, ours, theirs }) => [
    ...lostIn({ row, found: ours }).map((one) => `this checkout, ${one}`),
    ...lostIn({ row, found: theirs }).map((one) => `${commit}, ${one}`),
  ]);
  const text = [
    ...head(
      ...['row', 'what', 'rounds', 'figure', 'this', commit, 'ratio', '95 % interval', 'this build is'],
      ...['this, x Fastify', `${commit}, x Fastify`],
    ),
    ...comparisons.flatMap(linesOf),
    '',
    ...wholeness(lost),
  ].join('\n');
  return { text, isWhole: lost.length === 0 };
}

/** The figure that decides first: the rounds went on until that one was known. */
function linesOf({ row, ours, theirs, beside }: Comparison): string[] {
  const others = namesIn([...ours, ...theirs]).filter((name) => name !== row.decides);
  return [row.decides, ...others].map((name, index) => {
    const values = [valuesOf(ours, name), valuesOf(theirs, name)] as const;
    const interval = ratioInterval(...values);
    return line(
      ...(index === 0 ? [row.number, row.title, String(ours.length)] : ['', '', '']),
      index === 0 ? `**${nameOf(name)}**` : nameOf(name),
      ...values.map((found) => shown(name, median(found))),
      ...intervalCells(interval),
      verdict(name, interval),
      ...[ours, theirs].map((found) => (isCompared(name) ? besideFastify(name, found, beside) : '')),
    );
  });
}

function intervalCells(interval: RatioInterval): string[] {
  return isKnown(interval)
    ? [interval.ratio.toFixed(3), `${interval.low.toFixed(3)} to ${interval.high.toFixed(3)}`]
    : ['', ''];
}

function verdict(name: FigureName, interval: RatioInterval): string {
  if (!isKnown(interval)) return '';
  const { low, high } = interval;
  if (low <= 1 && high >= 1) return 'not seen to differ';
  return low > 1 === (FIGURES[name].better === 'more') ? 'better' : 'worse';
}

/** It is not with a single round, and not where a value was 0. */
function isKnown({ low, high }: RatioInterval): boolean {
  return Number.isFinite(low) && Number.isFinite(high);
}

/** The state of a row after a round, in one line. */
export function standing({ row: { decides }, ours, theirs }: Comparison): string {
  const values = [valuesOf(ours, decides), valuesOf(theirs, decides)] as const;
  const [our, their] = values.map((found) => shown(decides, found.at(-1) ?? Number.NaN));
  const interval = ratioInterval(...values);
  const ratio = isKnown(interval) ? `; ratio ${intervalCells(interval).join(', 95 % within ')}` : '';
  return `${nameOf(decides)} ${our} against ${their}${ratio}`;
}
