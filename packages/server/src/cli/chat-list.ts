import { Command } from 'commander';
import { control } from './control-client.ts';
import { findServer, type WhichServer } from './find-server.ts';
import { onOneLine, styled, table } from './terminal.ts';
import { whichServer } from './which-server.ts';

interface Flags extends WhichServer {
  readonly as: string;
  readonly json?: true;
}

/** Lists the chats of a person. */
export function chatListCommand(): Command {
  const command = new Command('list')
    .description('List the chats that a person is in')
    .requiredOption('--as <person>', 'whose: a name or an id')
    .option('--json', 'print them as JSON');
  return whichServer(command).action(async (flags: Flags) => {
    const { chats, hasMore } = await control(findServer(flags), 'chat.list', { as: flags.as });
    if (flags.json) return console.log(JSON.stringify(chats));
    if (chats.length === 0) return console.log(`${flags.as} is in no chat.`);
    const rows = chats.map(({ id, title, type, members }) =>
      [`chat${id}`, title, type, members.map(({ name }) => name).join(', ')].map(onOneLine),
    );
    const [heading = '', ...lines] = table([['CHAT', 'TITLE', 'TYPE', 'MEMBERS'], ...rows]);
    for (const line of [styled('dim', heading), ...lines]) console.log(line);
    if (hasMore) console.error(`There are more than these ${chats.length}.`);
  });
}
