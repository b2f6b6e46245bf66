import { Command } from 'commander';
import { Complaint } from '#kit/complaint.ts';
import { programName } from '#kit/program-name.ts';
import { botState } from './bot-state.ts';
import { control } from './control-client.ts';
import { asEventNumber } from './event-number.ts';
import { findServer, type WhichServer } from './find-server.ts';
import { proposed } from './proposed.ts';
import { onOneLine } from './terminal.ts';
import { whichServer } from './which-server.ts';

interface Flags extends WhichServer {
  readonly bot?: string;
  readonly json?: true;
}

/** Tries an event, or all that waits of a bot, now. */
export function retryCommand(): Command {
  const command = new Command('retry')
    .description('Try now what waits for a later try: an event, also a dead letter, or all events of a bot')
    .argument('[event|bot]', 'the number of an event, or a bot by code or name')
    .option('--bot <bot>', 'a bot by its id')
    .option('--json', 'print it as JSON');
  return whichServer(command).action(async (what: string | undefined, flags: Flags) => {
    if (what === undefined && flags.bot === undefined)
      throw new Complaint(`Say which event or bot. The failed ones: ${programName()} events --failed`, 2);
    const server = findServer(flags);
    const id = what === undefined || flags.bot !== undefined ? undefined : asEventNumber(what);
    if (id === undefined) {
      const state = await control(server, 'bot.retry', { bot: flags.bot ?? what ?? '' });
      return console.log(flags.json ? JSON.stringify(state) : onOneLine(botState(state)));
    }
    const { event } = await control(server, 'event.retry', { id });
    if (flags.json) return console.log(JSON.stringify(event));
    const how = event.isFetched ? 'can be fetched' : 'is tried';
    console.log(onOneLine(`Event ${id} ${how} again. What came of it: ${proposed(`event ${id}`)}`));
  });
}
