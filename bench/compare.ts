import { type Build, prepare } from './botyard.ts';
import { checkOut, commitNamed, copyThisCheckout } from './checkout.ts';
import { type Comparison, comparisonReport, standing } from './comparison-report.ts';
import { type Found, valuesOf } from './figures.ts';
import { describeMachine } from './machine.ts';
import { bareFastify, type Scale } from './measures/throughput.ts';
import type { Row } from './rows.ts';
import { isEnough, type StoppingRule } from './statistics.ts';
import { temporaryDirectory } from './temporary.ts';

type Tell = (what: string) => void;

/**
 * Measures this checkout and another commit in turn, row by row, under the same load. Prints the table; answers whether
 * all messages arrived in both.
 */
export async function compare(
  against: string,
  rows: readonly Row[],
  rule: StoppingRule,
  scale: Scale,
  tell: Tell,
): Promise<boolean> {
  const commit = await commitNamed(against);
  const directory = temporaryDirectory();
  tell(`checking out ${against}`);
  const theirs = await checkOut(commit, directory, tell);
  const ours = await copyThisCheckout(directory);
  for (const build of [ours, theirs]) {
    tell(`building ${build.name}`);
    await prepare(build);
  }
  const comparisons: Comparison[] = [];
  for (const row of rows) comparisons.push(await compareRow(row, { ours, theirs }, rule, scale, tell));
  const { text, isWhole } = comparisonReport(comparisons, theirs.name);
  console.log(
    `${await describeMachine()}; this checkout against ${theirs.name}, rounds of ${scale.duration / 1000} s, medians.\n\n${text}`,
  );
  return isWhole;
}

async function compareRow(
  row: Row,
  builds: { readonly ours: Build; readonly theirs: Build },
  rule: StoppingRule,
  scale: Scale,
  tell: Tell,
): Promise<Comparison> {
  const [ours, theirs, beside]: [Found[], Found[], Found[]] = [[], [], []];
  const comparison = { row, ours, theirs, ...(row.beside ? { beside } : {}) };
  const measureOurs = async () => ours.push(await row.measure(builds.ours, scale));
  const measureTheirs = async () => theirs.push(await row.measure(builds.theirs, scale));
  do {
    // The one that goes first changes: A B, B A, A B ... Fastify stands between, as near to one as to the other.
    const [first, second] = ours.length % 2 === 0 ? [measureOurs, measureTheirs] : [measureTheirs, measureOurs];
    await first();
    if (row.beside) beside.push(await bareFastify(row.beside, scale));
    await second();
    tell(`row ${row.number}, ${row.title}, round ${ours.length}/${rule.rounds}: ${standing(comparison)}`);
  } while (!isEnough(valuesOf(ours, row.decides), valuesOf(theirs, row.decides), rule));
  return comparison;
}
