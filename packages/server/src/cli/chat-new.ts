import { Command } from 'commander';
import { control } from './control-client.ts';
import { findServer, type WhichServer } from './find-server.ts';
import { list } from './list.ts';
import { proposed } from './proposed.ts';
import { onOneLine } from './terminal.ts';
import { whichServer } from './which-server.ts';

interface Flags extends WhichServer {
  readonly as: string;
  readonly with: string[];
  readonly open?: true;
  readonly json?: true;
}

/** Makes a group chat. */
export function chatNewCommand(): Command {
  const command = new Command('new')
    .description('Make a group chat with people and bots in it')
    .argument('<title...>', 'what it is called')
    .requiredOption('--as <person>', 'whose it is: a name or an id')
    .option('--with <names>', 'who else is in it, people and bots, with commas between', list, [])
    .option('--open', 'everybody but guests may look into it')
    .option('--json', 'print it as JSON');
  return whichServer(command).action(async (words: string[], flags: Flags) => {
    const { as, with: others, open: isOpen = false } = flags;
    const chat = await control(findServer(flags), 'chat.add', { as, title: words.join(' '), with: others, isOpen });
    if (flags.json) return console.log(JSON.stringify(chat));
    console.log(
      onOneLine(`${chat.title} is there (chat${chat.id}), with ${chat.members.map(({ name }) => name).join(', ')}.`),
    );
    console.log(`To write in it: ${proposed(`say --as ${as} --to chat${chat.id} TEXT`)}`);
  });
}
