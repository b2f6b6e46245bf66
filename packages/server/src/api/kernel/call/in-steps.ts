import { othersTurn } from '#kit/others-turn.ts';
import type { FileHome } from '#storage/files/file-home.ts';
import type { Store } from '#storage/store.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import type { Method } from '../definition/defined-method.ts';
import { Awaiting, type Kept, LATER, Meanwhile, UNFINISHED } from '../definition/unfinished.ts';

/** What the action answers that `run` runs in a unit of work, over and over while it has more to do. */
export async function inSteps(run: () => Promise<unknown>, files: FileHome): Promise<unknown> {
  for (;;) {
    const answer = await run();
    if (answer instanceof Meanwhile) await answer.work(files);
    else if (answer !== UNFINISHED) return answer;
  }
}

/** Where those wait who have found nothing yet. */
export interface WaitingRoom {
  /** How many times something has come for anybody. */
  readonly count: number;
  /** Resolves when something has come for one of those receivers, their time is over, or nobody may wait any more. */
  wait(awaiting: Awaiting): Promise<'came' | 'late' | 'closed'>;
}

/** What a method answers that only looks: at once, but where it needs more than one look. */
export function looking(
  { step, gathers }: Method,
  store: Store,
  unit: (work: Reading, kept?: Kept) => Promise<unknown> | unknown,
  context: Readonly<Record<string, unknown>>,
  room?: WaitingRoom,
): Promise<unknown> | unknown {
  if (!step && !gathers) return store.readNow((work) => unit(work));
  const look = (kept: Kept) => store.readNow((work) => unit(work, kept));
  return onceReady(look, step && ((kept) => store.write((work) => step({ work, kept, ...context }))), room);
}

/**
 * The same of an action that only looks: before it is run again, `step` writes what it lacks, until that says that there is
 * no more, or for so many times. That is twice as many each time, so that little is looked at in vain. It is also run again,
 * without that, where it asks for another turn.
 */
export async function onceReady(
  look: (kept: Kept) => Promise<unknown> | unknown,
  step?: (kept: Kept) => Promise<boolean>,
  room?: WaitingRoom,
): Promise<unknown> {
  const kept: Kept = {};
  for (let steps = 1; ; ) {
    const came = room?.count;
    const answer = await look(kept);
    if (answer instanceof Awaiting) {
      // What has come since it began to look may have been missed.
      if (!room) kept.isOver = true;
      else if (room.count === came) {
        const end = await room.wait(answer);
        kept.isOver = end === 'closed';
        // What has come lacks what `step` writes: to look first would be in vain.
        if (end === 'came') await step?.(kept);
      }
    } else if (answer === LATER) await othersTurn();
    else if (answer === UNFINISHED && step) {
      for (let left = steps; left > 0 && (await step(kept)); left -= 1);
      steps *= 2;
    } else if (answer === UNFINISHED) throw new Error('It waits for a step, and has none: it means to answer LATER');
    else return answer;
  }
}
