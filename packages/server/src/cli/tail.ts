import { Command } from 'commander';
import { chatNumber } from './chat-number.ts';
import { follow } from './control-client.ts';
import { feedLine } from './feed-line.ts';
import { findServer, type WhichServer } from './find-server.ts';
import { since } from './since.ts';
import { styled } from './terminal.ts';
import { whichServer } from './which-server.ts';

interface Flags extends WhichServer {
  readonly as?: string;
  readonly since?: number;
  readonly bot?: string;
  readonly chat?: number;
  readonly calls?: true;
  readonly failed?: true;
  readonly json?: true;
}

/** Shows what happens, as it happens. */
export function tailCommand(): Command {
  const command = new Command('tail')
    .description('Watch messages, notifications, events, their deliveries and refused calls as they happen')
    .option(
      '--since <time>',
      'first what was delivered or refused, or was not delivered, since then: 90s, 10m, 1h, 2d',
      since,
    )
    .option('--bot <bot>', 'only what is for a bot, or by it: id, code or name')
    .option('--chat <chat>', 'only what is in a chat, e.g. chat12', chatNumber)
    .option('--calls', 'also REST calls with which nothing is wrong')
    .option('--failed', 'only deliveries and calls that failed')
    .option('--as <person>', 'only what that person sees: a name or an id')
    .option('--json', 'one JSON object per line');
  return whichServer(command).action(async (flags: Flags) => {
    const { as, since: sinceMs, bot, chat: chatId, calls: isCalls = false, failed: isFailed = false } = flags;
    const body = { as, sinceMs, bot, chatId, isCalls, isFailed };
    for await (const item of follow(findServer(flags), 'tail', body)) {
      if (item.kind === 'watching')
        console.error(styled('dim', `Watching ${item.url}. Ctrl-C ends it.`, process.stderr));
      else console.log(flags.json ? JSON.stringify(item) : feedLine(item));
    }
    console.error('The server has stopped.');
  });
}
