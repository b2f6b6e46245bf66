import { Command } from 'commander';
import { ask } from './control-client.ts';
import { findServer, type WhichServer } from './find-server.ts';
import { webhookId } from './webhook-facts.ts';
import { whichServer } from './which-server.ts';

/** Ends an outgoing webhook. */
export function outgoingRemoveCommand(): Command {
  const command = new Command('remove')
    .description('Remove an outgoing webhook: its address is told nothing more')
    .argument('<webhook>', 'its id', webhookId);
  return whichServer(command).action(async (id: number, which: WhichServer) => {
    await ask(findServer(which), 'outgoing-remove', { id });
    console.log('Its address is told nothing more.');
  });
}
