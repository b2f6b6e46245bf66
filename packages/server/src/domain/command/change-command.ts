import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import { commandHandler } from '../application/bind-handlers.ts';
import type { CommandView } from './access-command.ts';
import type { CommandTitle } from './command.ts';

/** Changes of a command; what is left out stays. */
export interface CommandChange {
  readonly name?: string | undefined;
  readonly handlerUrl?: string | undefined;
  readonly isCommon?: boolean | undefined;
  readonly isHidden?: boolean | undefined;
  readonly isExtranet?: boolean | undefined;
  readonly titles?: readonly CommandTitle[] | undefined;
}

export async function changeCommand(
  work: UnitOfWork,
  { command, bot }: CommandView,
  { handlerUrl, ...change }: CommandChange,
): Promise<Outcome<true, 'name_taken'>> {
  const namesake = change.name === undefined ? undefined : await work.commands.findByName(bot.id, change.name);
  if (namesake && namesake.id !== command.id) return refused('name_taken');
  const handler = handlerUrl === undefined ? undefined : await commandHandler(work, bot.applicationId, handlerUrl);
  await work.commands.updateCommand(command.id, { ...change, handlerId: handler?.id });
  return done(true);
}
