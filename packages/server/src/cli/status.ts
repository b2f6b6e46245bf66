import { Command } from 'commander';
import type { PortalStatus } from '../storage/portal-status.ts';
import { ask } from './control-client.ts';
import { findServer, type WhichServer } from './find-server.ts';
import { duration, onOneLine, styled, table } from './terminal.ts';
import { whichServer } from './which-server.ts';

interface Status extends PortalStatus {
  readonly version: string;
  readonly url: string;
  readonly uptimeMs: number;
}

/** Says how a running portal is doing. */
export function statusCommand(): Command {
  const command = new Command('status').description('Say how the portal is doing').option('--json', 'print it as JSON');
  return whichServer(command).action(async (flags: WhichServer & { json?: true }) => {
    const status = await ask<Status>(findServer(flags), 'status', {});
    for (const line of flags.json ? [JSON.stringify(status)] : report(status)) console.log(line);
  });
}

function report({ version, url, uptimeMs, people, bots, events }: Status): string[] {
  const summary = table([
    ['Botyard', version],
    ['Address', url],
    ['Running', `for ${duration(uptimeMs)}`],
    ['People', String(people)],
    ['Bots', String(bots.length)],
    [
      'Events',
      `${events.pending} waiting, ${events.delivered} delivered, ${events.dead} given up, ${events.dropped} dropped`,
    ],
  ]);
  if (bots.length === 0) return summary;
  const rows = bots.map((bot) => [
    `${bot.name} (${bot.id})`,
    bot.code,
    bot.waiting === 0 ? 'up to date' : `${bot.waiting} waiting, the oldest for ${duration(bot.lagMs)}`,
    bot.failures === 0 ? '' : `failed tries in a row: ${bot.failures}`,
  ]);
  const [heading = '', ...lines] = table([['BOT', 'CODE', 'DELIVERY', ''], ...rows.map((row) => row.map(onOneLine))]);
  return [...summary, '', styled('dim', heading), ...lines];
}
