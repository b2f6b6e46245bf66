import { Command } from 'commander';
import { control } from './control-client.ts';
import { findServer, type WhichServer } from './find-server.ts';
import { onOneLine, table } from './terminal.ts';
import { whichServer } from './which-server.ts';

interface Flags extends WhichServer {
  readonly json?: true;
}

/** Shows a bot. */
export function botShowCommand(): Command {
  const command = new Command('show')
    .description('Show a bot: its handlers, its commands and buttons, and what it does')
    .argument('<bot>', 'its id, code or name')
    .option('--json', 'print it as JSON');
  return whichServer(command).action(async (name: string, flags: Flags) => {
    const bot = await control(findServer(flags), 'bot.show', { bot: name });
    if (flags.json) return console.log(JSON.stringify(bot));
    const rows = [
      ['Name', bot.name],
      ['Id', String(bot.id)],
      ['Code', bot.code],
      ['Type', `${bot.type}${bot.isHidden ? ', hidden' : ''}, generation ${bot.generation === 'v2' ? 2 : 1}`],
      ['Application', bot.application],
      ['Registered by', bot.registeredBy],
      ['Messages', `${bot.messages} in ${bot.chats} chats with ${bot.people} people`],
      ...(bot.events === 'fetch'
        ? [['Events', 'fetched by the bot']]
        : bot.handlers.map(({ event, url }) => [event, url])),
      ...bot.commands.map(({ name, url }) => [`/${name}`, url]),
      ...bot.buttons.map(({ id, code, opens }) => [`Button ${id}`, `${code}: ${opens}`]),
    ];
    for (const line of table(rows.map((row) => row.map(onOneLine)))) console.log(line);
  });
}
