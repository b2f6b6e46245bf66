import { Command } from 'commander';
import { Complaint } from '#kit/complaint.ts';
import { programName } from '#kit/program-name.ts';
import { control } from './control-client.ts';
import { findServer, type WhichServer } from './find-server.ts';
import { list } from './list.ts';
import { askFor } from './prompt.ts';
import { days, terms, webhookId } from './webhook-terms.ts';
import { whichServer } from './which-server.ts';

interface Flags extends WhichServer {
  readonly as?: string;
  readonly scope?: readonly string[];
  readonly title?: string;
  readonly expires?: number;
  readonly forEver?: true;
  readonly json?: true;
}

/** Changes what a webhook may do, what it is for, or when it ends. */
export function webhookChangeCommand(): Command {
  const command = new Command('change')
    .description('Change a webhook: what is left out stays as it is')
    .argument('<webhook>', 'its id', webhookId)
    .option('--as <person>', 'who changes it: its owner, or an administrator, whose it is then under a new address')
    .option('--scope <list>', 'what it may do, e.g. im,imbot', list)
    .option('--title <text>', 'what it is for')
    .option('--expires <days>', 'after how many days it stops working', days)
    .option('--for-ever', 'it works until it is revoked')
    .option('--json', 'print it as JSON');
  return whichServer(command).action(async (id: number, flags: Flags) => {
    const { scope, title } = flags;
    const expiresInDays = flags.forEver ? null : flags.expires;
    if ([scope, title, expiresInDays].every((one) => one === undefined))
      throw new Complaint(`Nothing is to be changed: say what. See: ${programName()} webhook change --help`, 2);
    const as = flags.as ?? (await askFor('--as', 'Who changes it?'));
    const body = { as, id, scope, title, expiresInDays };
    const changed = await control(findServer(flags), 'webhook.change', body);
    if (flags.json) return console.log(JSON.stringify(changed));
    if (changed.url !== undefined) console.log(changed.url);
    console.error(terms(changed));
  });
}
