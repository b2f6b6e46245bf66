import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import { findOwnApplication } from '../application/access-application.ts';
import { accessBot } from '../bot/access-bot.ts';
import type { Bot } from '../bot/bot.ts';
import type { Caller } from '../caller.ts';
import type { Command } from './command.ts';

export interface CommandView {
  readonly command: Command;
  readonly bot: Bot;
}

export type CommandRefusal = 'command_not_found' | 'command_of_another_app';

/** A command of a bot of the caller's own application. */
export async function accessCommand(
  work: Reading,
  caller: Caller,
  id: number,
): Promise<Outcome<CommandView, CommandRefusal>> {
  const command = await work.commands.findCommand(id);
  const bot = command && (await work.bots.findBot(command.botId));
  if (!bot || command.portalId !== caller.portal.id) return refused('command_not_found');
  const application = await findOwnApplication(work, caller);
  return bot.applicationId === application?.id ? done({ command, bot }) : refused('command_of_another_app');
}

/** The same by its name, of the bot `botId`, else of any of the caller's bots. */
export interface NamedCommand {
  readonly name: string;
  readonly botId: number | undefined;
  /** Several bots may have a command of that name: the one that this message called comes first. */
  readonly calledBy: number | undefined;
}

export async function accessNamedCommand(
  work: Reading,
  caller: Caller,
  { name, botId, calledBy = 0 }: NamedCommand,
): Promise<Outcome<CommandView, CommandRefusal>> {
  const bots = await ownBots(work, caller, botId);
  if (!bots.ok) return bots;
  let found: CommandView | undefined;
  for (const bot of bots.value) {
    const command = await work.commands.findByName(bot.id, name);
    if (!command) continue;
    if (await work.invocations.findInvocation(calledBy, command.id)) return done({ command, bot });
    found ??= { command, bot };
  }
  return found ? done(found) : refused('command_not_found');
}

async function ownBots(
  work: Reading,
  caller: Caller,
  botId: number | undefined,
): Promise<Outcome<readonly Bot[], CommandRefusal>> {
  if (botId === undefined) {
    const application = await findOwnApplication(work, caller);
    return done(application ? await work.bots.listOfApplication(application.id) : []);
  }
  const bot = await accessBot(work, caller, botId);
  if (bot.ok) return done([bot.value]);
  return refused(bot.reason === 'bot_not_found' ? 'command_not_found' : 'command_of_another_app');
}
