import { Command } from 'commander';
import { botState } from './bot-state.ts';
import { control } from './control-client.ts';
import { findServer, type WhichServer } from './find-server.ts';
import { since } from './since.ts';
import { onOneLine } from './terminal.ts';
import { whichServer } from './which-server.ts';

interface Flags extends WhichServer {
  readonly since?: number;
  readonly json?: true;
}

/** Sends the dead letters of a bot again. */
export function replayCommand(): Command {
  const command = new Command('replay')
    .description('Send all dead letters of a bot again, under their old numbers and in their old order')
    .argument('<bot>', 'id, code or name')
    .option('--since <time>', 'only those that were given up since then: 90s, 10m, 1h, 2d', since)
    .option('--json', 'print it as JSON');
  return whichServer(command).action(async (bot: string, flags: Flags) => {
    const replayed = await control(findServer(flags), 'bot.replay', { bot, sinceMs: flags.since });
    if (flags.json) return console.log(JSON.stringify(replayed));
    const count = `${replayed.replayed} ${replayed.replayed === 1 ? 'dead letter' : 'dead letters'}`;
    const how = replayed.events === 'fetch' ? 'fetched' : 'sent';
    console.log(onOneLine(`${count} to be ${how} again. ${botState(replayed)}`));
  });
}
