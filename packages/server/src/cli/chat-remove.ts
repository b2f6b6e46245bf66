import { Command } from 'commander';
import { confirming } from './confirm.ts';
import { control } from './control-client.ts';
import { findServer, type WhichServer } from './find-server.ts';
import { onOneLine } from './terminal.ts';
import { whichServer } from './which-server.ts';

interface Flags extends WhichServer {
  readonly as?: string;
  readonly yes?: boolean;
  readonly json?: true;
}

/** Removes a chat. */
export function chatRemoveCommand(): Command {
  const command = new Command('remove')
    .description('Remove a chat with all that was written in it; asks first')
    .argument('<chat>', 'chat12, or with --as what that person calls it')
    .option('--as <person>', 'by whose names it is called: a name or an id')
    .option('--yes', 'without asking')
    .option('--json', 'print what was removed as JSON');
  return whichServer(command).action(async (chat: string, { as, yes = false, json, ...which }: Flags) => {
    const server = findServer(which);
    const removed = await confirming('--yes', yes, (isConfirmed) =>
      control(server, 'chat.remove', { as, chat, isConfirmed }),
    );
    if (json) return console.log(JSON.stringify(removed));
    console.log(onOneLine(`${removed.title} (chat${removed.id}) is gone, with all that was written in it.`));
  });
}
