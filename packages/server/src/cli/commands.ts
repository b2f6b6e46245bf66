import { Command } from 'commander';
import { control } from './control-client.ts';
import { findServer, type WhichServer } from './find-server.ts';
import { onOneLine, styled, table } from './terminal.ts';
import { whichServer } from './which-server.ts';

interface Flags extends WhichServer {
  readonly as: string;
  readonly in: string;
  readonly json?: true;
}

/** Lists the slash commands that a person can type somewhere. */
export function commandsCommand(): Command {
  const command = new Command('commands')
    .description('List the slash commands that a person sees in a chat')
    .requiredOption('--as <person>', 'who looks: a name or an id')
    .requiredOption('--in <chat|bot>', 'where: the title of a chat, a bot, chat12, or an id')
    .option('--json', 'print them as JSON');
  return whichServer(command).action(async (flags: Flags) => {
    const { commands } = await control(findServer(flags), 'commands', {
      as: flags.as,
      in: flags.in,
    });
    if (flags.json) return console.log(JSON.stringify(commands));
    if (commands.length === 0) return console.log(`${flags.as} sees no commands in ${flags.in}.`);
    const rows = commands.map(({ name, params, title, botName }) =>
      [`/${name} ${params}`.trim(), title, botName].map(onOneLine),
    );
    for (const line of table([['COMMAND', 'WHAT IT DOES', 'BOT'], ...rows]))
      console.log(line.startsWith('COMMAND') ? styled('dim', line) : line);
  });
}
