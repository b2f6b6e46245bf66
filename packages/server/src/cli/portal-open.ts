import { Command } from 'commander';
import { control } from './control-client.ts';
import { findServer, type WhichServer } from './find-server.ts';
import { proposed } from './proposed.ts';
import { whichServer } from './which-server.ts';

/** Opens the public part of the portal again. */
export function portalOpenCommand(): Command {
  const command = new Command('open').description('Open the public part again');
  return whichServer(command).action(async (which: WhichServer) => {
    const { plan } = await control(findServer(which), 'portal.open', {});
    const more = plan === 'free' ? `, on the free plan. To change it: ${proposed('portal plan commercial')}` : '.';
    console.log(`The portal is open${more}`);
  });
}
