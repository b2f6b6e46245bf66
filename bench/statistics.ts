export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? Number.NaN)
    : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
}

/** A ratio and the limits that it lies within with 95 % confidence. */
export interface RatioInterval {
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The ratio of two builds from rounds in which both were measured, one right after the other: each round gives one
 * ratio, so that a machine that is busy for a while is busy for both. Computed on logarithms, because twice as much and
 * half as much are equally far from the same.
 */
export function ratioInterval(ours: readonly number[], theirs: readonly number[]): RatioInterval {
  const logarithms = ours.map((value, round) => Math.log(value / (theirs[round] ?? Number.NaN)));
  const count = logarithms.length;
  const mean = sum(logarithms) / count;
  const variance = sum(logarithms.map((value) => (value - mean) ** 2)) / (count - 1);
  const half = studentT(count - 1) * Math.sqrt(variance / count);
  return { ratio: Math.exp(mean), low: Math.exp(mean - half), high: Math.exp(mean + half) };
}

/** How far the interval reaches from its ratio, as a share of it. */
export function halfWidth({ ratio, high }: RatioInterval): number {
  return high / ratio - 1;
}

const FEW_DEGREES = [12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.306, 2.2622];

/** What 97.5 % of Student's t distribution lies below. */
export function studentT(degrees: number): number {
  if (degrees < 1) return Number.POSITIVE_INFINITY;
  const known = FEW_DEGREES[degrees - 1];
  if (known !== undefined) return known;
  // Cornish-Fisher: from the normal distribution, right to four digits from ten degrees on.
  const z = 1.959964;
  return (
    z +
    (z ** 3 + z) / (4 * degrees) +
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * degrees ** 2) +
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * degrees ** 3)
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

export interface StoppingRule {
  /** Half the width of the interval, as a share of the ratio. */
  readonly limit: number;
  /** After so many rounds it ends, whatever is known. */
  readonly rounds: number;
}

/** With fewer, a narrow interval is often luck. */
const FEWEST_ROUNDS = 6;

/**
 * Whether the ratio is known well enough. Only after an even number of rounds: which build goes first changes from
 * round to round, so that then each has gone first equally often.
 */
export function isEnough(ours: readonly number[], theirs: readonly number[], { limit, rounds }: StoppingRule): boolean {
  const done = ours.length;
  if (done >= rounds) return true;
  if (done < FEWEST_ROUNDS || done % 2 === 1) return false;
  return halfWidth(ratioInterval(ours, theirs)) <= limit;
}
