import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import { commandHandler } from '../application/bind-handlers.ts';
import type { CommandView } from './access-command.ts';
import type { CommandTitle } from './command.ts';

/** Changes of a command; what is left out stays. */
export interface CommandChange {
  readonly name?: string | undefined;
  readonly handlerUrl?: string | undefined;
  readonly isHidden?: boolean | undefined;
  readonly isExtranet?: boolean | undefined;
  readonly titles?: readonly CommandTitle[] | undefined;
}

export async function changeCommand(
  work: UnitOfWork,
  { command, bot }: CommandView,
  change: CommandChange,
): Promise<Outcome<true, 'name_taken'>> {
  const {
    name = command.name,
    isHidden = command.isHidden,
    isExtranet = command.isExtranet,
    titles = command.titles,
  } = change;
  const namesake = await work.commands.findByName(bot.id, name);
  if (namesake && namesake.id !== command.id) return refused('name_taken');
  const handler =
    change.handlerUrl === undefined ? undefined : await commandHandler(work, bot.applicationId, change.handlerUrl);
  await work.commands.updateCommand({
    ...command,
    name,
    isHidden,
    isExtranet,
    titles,
    handlerId: handler?.id ?? command.handlerId,
  });
  return done(true);
}
