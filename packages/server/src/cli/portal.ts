import { Command } from 'commander';
import { portalCloseCommand } from './portal-close.ts';
import { portalOpenCommand } from './portal-open.ts';
import { portalPlanCommand } from './portal-plan.ts';

/** States of the portal in which it refuses programs. */
export function portalCommand(): Command {
  return new Command('portal')
    .description('The portal as a whole: close, open, plan')
    .helpCommand(false)
    .addCommand(portalCloseCommand())
    .addCommand(portalOpenCommand())
    .addCommand(portalPlanCommand());
}
