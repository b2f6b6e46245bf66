import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { Application } from './application.ts';
import type { Options } from './options.ts';

/** Keeps each of them; those of other names stay. */
export async function keepOptions(
  work: UnitOfWork,
  application: Application,
  userId: number,
  options: Options,
): Promise<void> {
  for (const [name, value] of Object.entries(options))
    await work.options.updateOption(application.id, userId, name, value);
}
