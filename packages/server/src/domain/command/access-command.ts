import { done, type Outcome, refused } from '../../kit/outcome.ts';
import type { UnitOfWork } from '../../storage/unit-of-work.ts';
import { findOwnApplication } from '../application/access-application.ts';
import type { Bot } from '../bot/bot.ts';
import type { Caller } from '../caller.ts';
import type { Command } from './command.ts';

export interface CommandView {
  readonly command: Command;
  readonly bot: Bot;
}

export type CommandRefusal = 'command_not_found' | 'command_of_another_app';

/** A command of a bot of the caller's own application. */
export async function accessCommand(work: UnitOfWork, caller: Caller, id: number): Promise<Outcome<CommandView, CommandRefusal>> {
  const command = await work.commands.findCommand(id);
  const bot = command && (await work.bots.findBot(command.botId));
  if (!bot || command.portalId !== caller.portal.id) return refused('command_not_found');
  const application = await findOwnApplication(work, caller);
  return bot.applicationId === application?.id ? done({ command, bot }) : refused('command_of_another_app');
}
