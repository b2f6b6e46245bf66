import { Command } from 'commander';
import type { Answer } from '#control/registry.ts';
import { callerOf, outcomeOf } from './call-lines.ts';
import { chatNumber } from './chat-number.ts';
import { control } from './control-client.ts';
import { findServer, type WhichServer } from './find-server.ts';
import { limit } from './limit.ts';
import { since } from './since.ts';
import { onOneLine, styled, table } from './terminal.ts';
import { whichServer } from './which-server.ts';

interface Flags extends WhichServer {
  readonly refused?: true;
  readonly since?: number;
  readonly bot?: string;
  readonly method?: string;
  readonly caller?: string;
  readonly programs?: true;
  readonly app?: string;
  readonly chat?: number;
  readonly limit: number;
  readonly json?: true;
}

/** Lists REST calls and what they were answered. */
export function callsCommand(): Command {
  const command = new Command('calls')
    .description('List the REST calls of the last day and what came of them, the newest first')
    .option('--refused', 'only those that were refused')
    .option('--since <time>', 'only those since then: 90s, 10m, 1h', since)
    .option('--bot <bot>', 'only those about a bot, or of its program: id, code or name')
    .option('--method <method>', 'only those of a method, e.g. imbot.message.add')
    .option('--caller <person>', 'only those in the name of a person: a name or an id')
    .option('--programs', 'only those of programs, and none of the pages of the portal')
    .option('--app <app>', 'only those of an application: id, client id or title')
    .option('--chat <chat>', 'only those that touched a chat, e.g. chat12', chatNumber)
    .option('--limit <n>', 'so many at most', limit, 50)
    .option('--json', 'one JSON object per line, with what was sent and answered');
  return whichServer(command).action(async (flags: Flags) => {
    const { refused: isRefused = false, programs: isOfPrograms = false, since: sinceMs, chat: chatId } = flags;
    const { bot, method, caller, app, limit } = flags;
    const body = { isRefused, isOfPrograms, sinceMs, chatId, bot, method, caller, app, limit };
    const found = await control(findServer(flags), 'call.list', body);
    if (flags.json) for (const call of found.calls) console.log(JSON.stringify(call));
    else show(found, isRefused);
  });
}

function show({ calls, dropped }: Answer<'call.list'>, isRefused: boolean): void {
  if (calls.length === 0) console.log(isRefused ? 'No call was refused.' : 'There are no such calls.');
  else {
    const rows = calls.map((call) => {
      const time = new Date(call.at).toISOString().slice(5, 19).replace('T', ' ');
      const where = call.chats.map((id) => `chat${id}`).join(' ');
      return [String(call.id), time, call.method, callerOf(call), where, `${call.durationMs} ms`, outcomeOf(call)];
    });
    const lines = table([
      ['CALL', 'AT', 'METHOD', 'CALLER', 'CHAT', 'TOOK', 'ANSWER'],
      ...rows.map((row) => row.map(onOneLine)),
    ]);
    for (const [index, line] of lines.entries()) console.log(index === 0 ? styled('dim', line) : line);
  }
  if (dropped > 0)
    console.error(styled('dim', `${dropped} calls are not kept: more came than the log takes.`, process.stderr));
}
