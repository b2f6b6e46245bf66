import { Command } from 'commander';
import { Complaint } from '#kit/complaint.ts';
import { programName } from '#kit/program-name.ts';
import { control } from './control-client.ts';
import { findServer, type WhichServer } from './find-server.ts';
import { list } from './list.ts';
import { onOneLine } from './terminal.ts';
import { whichServer } from './which-server.ts';

interface Flags extends WhichServer {
  readonly title?: string;
  readonly handler?: string;
  readonly install?: string;
  readonly scope?: readonly string[];
  readonly only?: readonly string[];
  readonly forEverybody?: true;
  readonly as?: string;
  readonly json?: true;
}

/** Makes the next version of an application. */
export function appChangeCommand(): Command {
  const command = new Command('change')
    .description('Change an application: what is left out stays as it is')
    .argument('<app>', 'its id, client id or title')
    .option('--title <text>', 'what people know it by')
    .option('--handler <url>', 'its page, or where it hears of events')
    .option('--install <url>', 'what is opened, or told, when it is installed')
    .option('--scope <list>', 'what it may do, e.g. im,imbot', list)
    .option('--only <people>', 'who may use it, e.g. Alice,Bob', list)
    .option('--for-everybody', 'everybody may use it')
    .option('--as <person>', 'the administrator who changes it (default: the first one)')
    .option('--json', 'print it as JSON');
  return whichServer(command).action(async (app: string, flags: Flags) => {
    const { title, handler, install, scope, as } = flags;
    const only = flags.forEverybody ? null : flags.only;
    if ([title, handler, install, scope, only].every((one) => one === undefined))
      throw new Complaint(`Nothing is to be changed: say what. See: ${programName()} app change --help`, 2);
    const changed = await control(findServer(flags), 'app.change', {
      app,
      title,
      handler,
      install,
      scope,
      only,
      as,
    });
    if (flags.json) return console.log(JSON.stringify(changed));
    console.log(
      `${onOneLine(changed.title)} is at version ${changed.version} now. It may use ${changed.scope.join(', ')}.`,
    );
  });
}
