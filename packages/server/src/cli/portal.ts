import { Command } from 'commander';
import { portalCloseCommand } from './portal-close.ts';
import { portalOpenCommand } from './portal-open.ts';
import { portalPlanCommand } from './portal-plan.ts';
import { portalWebhooksCommand } from './portal-webhooks.ts';

/** What holds for the whole portal. */
export function portalCommand(): Command {
  return new Command('portal')
    .description('The portal as a whole: close, open, plan, webhooks')
    .helpCommand(false)
    .addCommand(portalCloseCommand())
    .addCommand(portalOpenCommand())
    .addCommand(portalPlanCommand())
    .addCommand(portalWebhooksCommand());
}
