import { Argument, Command } from 'commander';
import { control } from './control-client.ts';
import { findServer, type WhichServer } from './find-server.ts';
import { whichServer } from './which-server.ts';

const MAKERS = ['everybody', 'administrators'] as const;

/** Says who may have webhooks made. */
export function portalWebhooksCommand(): Command {
  const command = new Command('webhooks')
    .description('Say who may have webhooks made: everybody, as at first, or administrators alone')
    .addArgument(new Argument('<makers>', 'who').choices(MAKERS));
  return whichServer(command).action(async (webhookMakers: (typeof MAKERS)[number], which: WhichServer) => {
    await control(findServer(which), 'portal.webhooks', { webhookMakers });
    const who = webhookMakers === 'everybody' ? 'everybody' : 'administrators alone';
    console.log(`Webhooks are made for ${who}. Those that there are go on working.`);
  });
}
