import { Command } from 'commander';
import { systemClock } from '#kit/clock.ts';
import { Complaint } from '#kit/complaint.ts';
import { programName } from '#kit/program-name.ts';
import { control } from './control-client.ts';
import { curlLine, eventLines } from './event-lines.ts';
import { eventNumber } from './event-number.ts';
import { findServer, type WhichServer } from './find-server.ts';
import { whichServer } from './which-server.ts';

interface Flags extends WhichServer {
  readonly curl?: true;
  readonly body?: true;
  readonly all?: true;
  readonly json?: true;
}

/** Shows what became of an event, and why. */
export function eventCommand(): Command {
  const command = new Command('event')
    .description('Show what was sent at each try of an event, what was answered, and why it failed')
    .argument('<number>', 'as "events" and "tail" show it', eventNumber)
    .option('--curl', 'print it as a curl command, with tokens that work')
    .option('--all', 'show what was sent at all of its tries, not only at the last')
    .option('--body', 'print the form of its last try, to edit it: see "resend --edit"')
    .option('--json', 'print it as JSON')
    .addHelpText('after', `\nThe failed ones are listed by:\n  ${programName()} events --failed\n`);
  return whichServer(command).action(async (id: number, flags: Flags) => {
    const isPrepared = flags.curl ?? false;
    const shown = await control(findServer(flags), 'event.show', { id, isPrepared });
    if (flags.curl && shown.prepared) return console.log(curlLine(shown.prepared));
    if (flags.json) return console.log(JSON.stringify(shown));
    if (flags.body) {
      const request = shown.tries.at(-1)?.request;
      if (!request) throw new Complaint(`Of event ${id} it is not kept what was sent: ${shown.event.reason}`);
      return console.log(request.body.replaceAll('&', '&\n'));
    }
    for (const line of eventLines(shown, systemClock.now(), flags.all ?? false)) console.log(line);
  });
}
