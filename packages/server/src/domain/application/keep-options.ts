import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { Application } from './application.ts';
import type { Options } from './options.ts';

/** Characters of all that an application keeps for itself, or for one person, with the names: all of it is told at once. */
const MOST_KEPT = 1024 * 1024;

/** Keeps each of them; those of other names stay. */
export async function keepOptions(
  work: UnitOfWork,
  application: Application,
  userId: number,
  options: Options,
): Promise<Outcome<true, 'options_full'>> {
  for (const [name, value] of Object.entries(options))
    await work.options.updateOption(application.id, userId, name, value);
  const kept = await work.options.countCharacters(application.id, userId);
  if (kept > MOST_KEPT)
    return refused('options_full', { why: `would come to ${kept} characters in all, and ${MOST_KEPT} is the most` });
  return done(true);
}
