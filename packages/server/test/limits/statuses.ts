import type { Answer } from '../world.ts';

/** The statuses of that many calls, one after the other. */
export async function statuses(count: number, call: () => Promise<Answer>): Promise<number[]> {
  const found: number[] = [];
  for (let i = 0; i < count; i += 1) found.push((await call()).status);
  return found;
}

/** What is expected of them. */
export const times = (count: number, status: number) => Array.from({ length: count }, () => status);
