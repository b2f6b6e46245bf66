import type { FileHome } from '#storage/files/file-home.ts';
import { Meanwhile, UNFINISHED } from '../definition/unfinished.ts';

/** What the action answers that `run` runs in a unit of work, over and over while it has more to do. */
export async function inSteps(run: () => Promise<unknown>, files: FileHome): Promise<unknown> {
  for (;;) {
    const answer = await run();
    if (answer instanceof Meanwhile) await answer.work(files);
    else if (answer !== UNFINISHED) return answer;
  }
}

/**
 * The same of an action that only looks: before it is run again, `step` writes what it lacks, until that says that there is
 * no more, or for so many times. That is twice as many each time, so that little is looked at in vain.
 */
export async function onceReady(
  look: () => Promise<unknown> | unknown,
  step: () => Promise<boolean>,
): Promise<unknown> {
  for (let steps = 1; ; steps *= 2) {
    const answer = await look();
    if (answer !== UNFINISHED) return answer;
    for (let left = steps; left > 0 && (await step()); left -= 1);
  }
}
