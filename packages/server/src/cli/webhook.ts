import { Command } from 'commander';
import { outgoingAddCommand } from './outgoing-add.ts';
import { outgoingListCommand } from './outgoing-list.ts';
import { outgoingRemoveCommand } from './outgoing-remove.ts';
import { webhookAddCommand } from './webhook-add.ts';
import { webhookChangeCommand } from './webhook-change.ts';
import { webhookListCommand } from './webhook-list.ts';
import { webhookRevokeCommand } from './webhook-revoke.ts';

/** Secret addresses through which programs act as a person, and addresses that the portal tells of events. */
export function webhookCommand(): Command {
  return new Command('webhook')
    .description('Webhooks of people: add, list, change, revoke; those that are told of events: outgoing')
    .helpCommand(false)
    .addCommand(webhookAddCommand())
    .addCommand(webhookListCommand())
    .addCommand(webhookChangeCommand())
    .addCommand(webhookRevokeCommand())
    .addCommand(
      new Command('outgoing')
        .description('Outgoing webhooks, which are told of events: add, list, remove')
        .helpCommand(false)
        .addCommand(outgoingAddCommand())
        .addCommand(outgoingListCommand())
        .addCommand(outgoingRemoveCommand()),
    );
}
