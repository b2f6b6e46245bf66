import { UNFINISHED } from '../definition/unfinished.ts';

/** What the action answers that `run` runs in a unit of work, over and over while it has more to do. */
export async function inSteps(run: () => Promise<unknown>): Promise<unknown> {
  for (;;) {
    const answer = await run();
    if (answer !== UNFINISHED) return answer;
  }
}
