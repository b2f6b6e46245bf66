import type { UnitOfWork } from '#storage/unit-of-work.ts';

/** Deletes up to `most` rows of what was taken away; answers how many. Fewer than that: there are no more. */
export type Emptying = (work: UnitOfWork, ref: number, most: number) => Promise<number>;

/** One after the other. */
export function inTurn(...steps: readonly Emptying[]): Emptying {
  return async (work, ref, most) => {
    let count = 0;
    for (const step of steps) if (count < most) count += await step(work, ref, most - count);
    return count;
  };
}

/** Of things that are as much work as `each` rows. */
export function counted(each: number, step: Emptying): Emptying {
  return async (work, ref, most) => {
    const room = Math.max(1, Math.floor(most / each));
    const count = await step(work, ref, room);
    return count < room ? Math.min(most - 1, count * each) : most;
  };
}
