import { done, type Outcome } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { Command } from './command.ts';

/** Calls of it that are still on their way are not delivered any more: there is nobody who could answer them. */
export async function unregisterCommand(work: UnitOfWork, command: Command): Promise<Outcome<true>> {
  await work.commands.deleteCommand(command.id);
  return done(true);
}
