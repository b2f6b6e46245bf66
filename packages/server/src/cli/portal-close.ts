import { Command } from 'commander';
import { control } from './control-client.ts';
import { findServer, type WhichServer } from './find-server.ts';
import { proposed } from './proposed.ts';
import { whichServer } from './which-server.ts';

/** Closes the public part of the portal. */
export function portalCloseCommand(): Command {
  const command = new Command('close').description('Close the public part: programs get 403 PORTAL_DELETED');
  return whichServer(command).action(async (which: WhichServer) => {
    await control(findServer(which), 'portal.close', {});
    console.log(`The portal is closed. To open it: ${proposed('portal open')}`);
  });
}
