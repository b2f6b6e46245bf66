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
