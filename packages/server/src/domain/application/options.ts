import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { Application } from './application.ts';

/** What a program keeps by name: a text, or a document of its own. */
export type Options = Readonly<Record<string, unknown>>;

/** Whose they are: 0 is the application itself, which shows them to everybody who uses it. */
export const OF_APPLICATION = 0;

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
