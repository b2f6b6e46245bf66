import { Command } from 'commander';
import { control } from './control-client.ts';
import { findServer, type WhichServer } from './find-server.ts';
import { webhookId } from './webhook-terms.ts';
import { whichServer } from './which-server.ts';

/** Ends an outgoing webhook. */
export function outgoingRemoveCommand(): Command {
  const command = new Command('remove')
    .description('Remove an outgoing webhook: its address is told nothing more')
    .argument('<webhook>', 'its id', webhookId);
  return whichServer(command).action(async (id: number, which: WhichServer) => {
    await control(findServer(which), 'webhook.outgoing.remove', { id });
    console.log('Its address is told nothing more.');
  });
}
