import { Argument, Command } from 'commander';
import { control } from './control-client.ts';
import { findServer, type WhichServer } from './find-server.ts';
import { proposed } from './proposed.ts';
import { whichServer } from './which-server.ts';

const PLANS = ['free', 'commercial'] as const;

/** Puts the portal on a plan. */
export function portalPlanCommand(): Command {
  const command = new Command('plan')
    .description('Put the portal on a plan: on the free one programs get 401 ACCESS_DENIED')
    .addArgument(new Argument('<plan>', 'which one').choices(PLANS));
  return whichServer(command).action(async (plan: (typeof PLANS)[number], which: WhichServer) => {
    await control(findServer(which), 'portal.plan', { plan });
    const back = plan === 'free' ? ` To answer programs again: ${proposed('portal plan commercial')}` : '';
    console.log(`The portal is on the ${plan} plan.${back}`);
  });
}
