import { setTimeout } from 'node:timers/promises';
import { Command } from 'commander';
import { Complaint } from '#kit/complaint.ts';
import { control } from './control-client.ts';
import { isAlive } from './control-file.ts';
import { findServer, type WhichServer } from './find-server.ts';
import { STOP_WITHIN } from './server.ts';
import { whichServer } from './which-server.ts';

/** Looked at so often whether it is gone, in milliseconds. */
const EVERY = 50;
/** Longer than a stop by force takes. */
const PATIENCE = STOP_WITHIN + 5_000;

/** Stops a running portal, and waits until it is gone. */
export function stopCommand(): Command {
  const command = new Command('stop').description('Stop a running portal: it finishes what is on its way first');
  return whichServer(command).action(async (which: WhichServer) => {
    const server = findServer(which);
    const { pid } = await control(server, 'stop', {}, { ofAnyVersion: true });
    for (let waited = 0; isAlive(pid); waited += EVERY) {
      if (waited >= PATIENCE)
        throw new Complaint(`${server.url} has not stopped within ${PATIENCE / 1000} s. By force: kill -9 ${pid}`);
      await setTimeout(EVERY);
    }
    console.log(`${server.url} has stopped.`);
  });
}
