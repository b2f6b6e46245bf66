import { Command } from 'commander';
import { systemClock } from '#kit/clock.ts';
import { control } from './control-client.ts';
import { stateOf } from './event-lines.ts';
import { findServer, type WhichServer } from './find-server.ts';
import { limit } from './limit.ts';
import { proposed } from './proposed.ts';
import { since } from './since.ts';
import { onOneLine, styled, table } from './terminal.ts';
import { whichServer } from './which-server.ts';

interface Flags extends WhichServer {
  readonly failed?: true;
  readonly bot?: string;
  readonly since?: number;
  readonly limit: number;
  readonly json?: true;
}

/** Lists events and what became of them. */
export function eventsCommand(): Command {
  const command = new Command('events')
    .description('List events for bots and what became of them, the newest first')
    .option('--failed', 'only those of which a try failed')
    .option('--bot <bot>', 'only those of a bot: id, code or name')
    .option('--since <time>', 'only what is on its way, or ended since then: 90s, 10m, 1h, 2d', since)
    .option('--limit <n>', 'so many at most', limit, 50)
    .option('--json', 'one JSON object per line');
  return whichServer(command).action(async (flags: Flags) => {
    const { failed: isFailed = false, bot, since: sinceMs, limit } = flags;
    const { events } = await control(findServer(flags), 'event.list', { isFailed, bot, sinceMs, limit });
    if (flags.json) {
      for (const event of events) console.log(JSON.stringify(event));
      return;
    }
    if (events.length === 0) return console.log(isFailed ? 'No event has failed.' : 'There are no such events.');
    const now = systemClock.now();
    const rows = events.map((event) => {
      const { id, name, receiver, chatId, reason, createdAt } = event;
      const time = new Date(createdAt).toISOString().slice(5, 19).replace('T', ' ');
      return [String(id), time, receiver, name, chatId > 0 ? `chat${chatId}` : '', stateOf(event, now), reason].map(
        onOneLine,
      );
    });
    const [heading = '', ...lines] = table([['EVENT', 'AT', 'FOR', 'NAME', 'CHAT', 'STATE', 'WHY'], ...rows]);
    console.log(styled('dim', heading));
    for (const line of lines) console.log(line);
    if (isFailed) console.error(styled('dim', `More of one: ${proposed('event NUMBER')}`, process.stderr));
  });
}
