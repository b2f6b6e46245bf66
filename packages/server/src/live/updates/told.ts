import type { Change } from '#domain/event.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import { audienceIn } from '../audience.ts';
import type { Happening } from '../happening.ts';
import { describeChange } from './describe.ts';
import { describePress, pressOf } from './described-press.ts';
import type { Lookers } from './lookers.ts';
import type { Update } from './update.ts';

export interface Told {
  readonly update: Update;
  readonly isFor: (userId: number) => boolean;
}

type Allowing = Pick<Lookers<{ readonly userId: number }>, 'findAllowed'>;

/** How pages are told of it; undefined: they are not. Nothing is looked up for what they are not told of. */
export function describer(
  happening: Happening,
  lookers: Allowing,
): ((work: Reading) => Promise<Told | undefined>) | undefined {
  if (happening.kind === 'change') return (work) => describe(work, happening.change, lookers);
  const press = happening.kind === 'tried' ? pressOf(happening.tried) : undefined;
  if (!press) return undefined;
  return async (work) => {
    const update = await describePress(work, press);
    return update && { update, isFor: (userId) => userId === press.userId };
  };
}

async function describe(work: Reading, change: Change, lookers: Allowing): Promise<Told | undefined> {
  const update = await describeChange(work, change, '');
  if (!update) return undefined;
  const isFor = await audienceIn(work, change);
  const outside = await lookers.findAllowed(work, change);
  return { update, isFor: outside.size === 0 ? isFor : (userId) => isFor(userId) || outside.has(userId) };
}
