import { Command } from 'commander';
import { control } from './control-client.ts';
import { eventNumber } from './event-number.ts';
import { findServer, type WhichServer } from './find-server.ts';
import { proposed } from './proposed.ts';
import { onOneLine } from './terminal.ts';
import { whichServer } from './which-server.ts';

/** Lets a dialog go on without an event. */
export function skipCommand(): Command {
  const command = new Command('skip')
    .description('Give up an event that waits, so that what comes after it in its chat goes on')
    .argument('<number>', 'as "events" and "tail" show it', eventNumber);
  return whichServer(command).action(async (id: number, flags: WhichServer) => {
    const { event } = await control(findServer(flags), 'event.skip', { id });
    console.log(
      onOneLine(`Event ${id} for ${event.receiver} is skipped. To send it after all: ${proposed(`retry ${id}`)}`),
    );
  });
}
