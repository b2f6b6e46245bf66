import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { Application } from './application.ts';
import type { Options } from './options.ts';

/** Most characters of all options that an application has for itself, or for one user, names included: one answer holds them all. */
const MOST_CHARACTERS = 1024 * 1024;

/** Sets these options; others stay as they are. */
export async function setOptions(
  work: UnitOfWork,
  application: Application,
  userId: number,
  options: Options,
): Promise<Outcome<true, 'options_full'>> {
  for (const [name, value] of Object.entries(options))
    await work.options.updateOption(application.id, userId, name, value);
  const kept = await work.options.countCharacters(application.id, userId);
  if (kept > MOST_CHARACTERS)
    return refused('options_full', {
      why: `would come to ${kept} characters in all, and ${MOST_CHARACTERS} is the most`,
    });
  return done(true);
}
