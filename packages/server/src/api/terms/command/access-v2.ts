import { lookup } from '#api/kernel/definition/lookup.ts';
import { done, refused } from '#kit/outcome.ts';
import { NO_ID } from '../basic/no-id.ts';

/** A command of the bot that acts, which rows above have found. */
export const commandOfBot = lookup(
  ['command_not_found'],
  async ({ work }, botId: number | undefined, id: number | undefined) => {
    const command = await work.commands.findCommand(id ?? NO_ID);
    const bot = command && (await work.bots.findBot(command.botId));
    return command && bot && bot.id === botId ? done({ command, bot }) : refused('command_not_found');
  },
);
