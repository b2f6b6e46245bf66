import { Command } from 'commander';
import { control } from './control-client.ts';
import { findServer, type WhichServer } from './find-server.ts';
import { askFor } from './prompt.ts';
import { onOneLine } from './terminal.ts';
import { webhookId } from './webhook-terms.ts';
import { whichServer } from './which-server.ts';

interface Flags extends WhichServer {
  readonly as?: string;
  readonly json?: true;
}

/** Ends a webhook. */
export function webhookRevokeCommand(): Command {
  const command = new Command('revoke')
    .description('End a webhook: its address is worth nothing from then on')
    .argument('<webhook>', 'its id', webhookId)
    .option('--as <person>', 'who ends it: its owner or an administrator')
    .option('--json', 'print what was ended as JSON');
  return whichServer(command).action(async (id: number, flags: Flags) => {
    const as = flags.as ?? (await askFor('--as', 'Who ends it?'));
    const revoked = await control(findServer(flags), 'webhook.revoke', { as, id });
    console.log(flags.json ? JSON.stringify(revoked) : `${onOneLine(revoked.title) || 'The webhook'} is revoked.`);
  });
}
