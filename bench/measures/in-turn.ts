import { load, processorTimeOf } from '../processes.ts';
import { median } from '../statistics.ts';
import { type Asked, refuse } from './throughput.ts';

/** How often both are measured, and the milliseconds of each turn. */
const PAIRS = 16;
const TURN = 500;

/** What a server is asked, over and over. */
export interface Question {
  readonly pid: number;
  readonly what: Asked;
}

/**
 * How many times the processor time of `other` a request of `one` takes: the median of many short turns, one right behind
 * the other, because a machine changes its speed from second to second. Both servers have to be warm.
 */
export async function costRatio(one: Question, other: Question): Promise<number> {
  const ratios: number[] = [];
  for (let pair = 0; pair < PAIRS; pair += 1) {
    // A server that has worked for longer is a different one: neither always goes first.
    const isOneFirst = pair % 2 === 0;
    const first = await costOf(isOneFirst ? one : other);
    const second = await costOf(isOneFirst ? other : one);
    ratios.push(isOneFirst ? first / second : second / first);
  }
  return median(ratios);
}

async function costOf({ pid, what }: Question): Promise<number> {
  const before = processorTimeOf(pid);
  const { accepted, refused } = await load({ ...what, until: { milliseconds: TURN } });
  refuse(refused);
  return (processorTimeOf(pid) - before) / accepted;
}
