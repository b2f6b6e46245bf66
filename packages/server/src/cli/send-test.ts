import { Command } from 'commander';
import { control } from './control-client.ts';
import { findServer, type WhichServer } from './find-server.ts';
import { proposed } from './proposed.ts';
import { onOneLine } from './terminal.ts';
import { whichServer } from './which-server.ts';

/** Sends a bot an event of nothing that happened. */
export function sendTestCommand(): Command {
  const command = new Command('send-test')
    .description('Send a bot a test event; the header X-Botyard-Test says that it is one')
    .argument('<bot>', 'id, code or name')
    .argument('[event]', 'its name', 'ONIMBOTMESSAGEADD')
    .option('--json', 'print the event as JSON');
  return whichServer(command).action(
    async (bot: string, event: string, flags: WhichServer & { readonly json?: true }) => {
      const sent = (await control(findServer(flags), 'bot.test', { bot, event })).event;
      if (flags.json) return console.log(JSON.stringify(sent));
      const { id, name, receiver } = sent;
      console.log(
        onOneLine(`${name} is sent to ${receiver} as event ${id}. What came of it: ${proposed(`event ${id}`)}`),
      );
    },
  );
}
