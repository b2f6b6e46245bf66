import { Command } from 'commander';
import { control } from './control-client.ts';
import { findServer, type WhichServer } from './find-server.ts';
import { onOneLine } from './terminal.ts';
import { whichServer } from './which-server.ts';

interface Flags extends WhichServer {
  readonly json?: true;
}

/** Ends the conversation with a visitor. */
export function lineFinishCommand(): Command {
  const command = new Command('finish')
    .description('End the conversation with a visitor; what they write next begins another one')
    .argument('<chat>', 'the chat of the visitor, as chat12')
    .option('--json', 'print it as JSON');
  return whichServer(command).action(async (chat: string, flags: Flags) => {
    const finished = await control(findServer(flags), 'line.finish', { chat });
    if (flags.json) return console.log(JSON.stringify(finished));
    console.log(onOneLine(`The conversation in "${finished.title}" (chat${finished.chatId}) has ended.`));
  });
}
