import { Command } from 'commander';
import { USUAL_SCOPE } from '#domain/webhook/usual-scope.ts';
import { programName } from '#kit/program-name.ts';
import { secretLines } from './app-lines.ts';
import { control } from './control-client.ts';
import { findServer, type WhichServer } from './find-server.ts';
import { list } from './list.ts';
import { askFor } from './prompt.ts';
import { whichServer } from './which-server.ts';

interface Flags extends WhichServer {
  readonly title?: string;
  readonly handler?: string;
  readonly install?: string;
  readonly scope?: readonly string[];
  readonly apiOnly?: true;
  readonly only?: readonly string[];
  readonly as?: string;
  readonly json?: true;
}

/** Registers an application and shows its secrets. */
export function appAddCommand(): Command {
  const command = new Command('add')
    .description('Register an application: it gets a client id and a secret, and acts through OAuth tokens')
    .option('--title <text>', 'what people know it by')
    .option('--handler <url>', 'its page, or where it hears of events; people who let it act for them are sent there')
    .option('--install <url>', 'what is opened, or told, when it is installed (default: the handler)')
    .option('--scope <list>', `what it may do, e.g. im,imbot (default: ${USUAL_SCOPE.join()})`, list)
    .option('--api-only', 'it has no pages: it is installed at once')
    .option('--only <people>', 'who may use it, e.g. Alice,Bob (default: everybody)', list)
    .option('--as <person>', 'the administrator who brings it in (default: the first one)')
    .option('--json', 'print id, client id, secret and application token as JSON')
    .addHelpText(
      'after',
      `\nExample:\n  ${programName()} app add --title "Weather" --handler http://localhost:3000/handler --scope im,imbot --api-only\n`,
    );
  return whichServer(command).action(async (flags: Flags) => {
    const server = findServer(flags);
    const { install, scope, apiOnly: isApiOnly, only, as } = flags;
    const title = flags.title ?? (await askFor('--title', 'What is it called?'));
    const handler = flags.handler ?? (await askFor('--handler', 'At which address is it?'));
    const app = await control(server, 'app.add', { title, handler, install, scope, isApiOnly, only, as });
    const { id, clientId, clientSecret, applicationToken } = app;
    if (flags.json) return console.log(JSON.stringify({ id, clientId, clientSecret, applicationToken }));
    for (const line of secretLines(app)) console.log(line);
    console.error(
      app.isInstalled
        ? `It is installed, and was told so at ${app.installUrl || app.handlerUrl}.`
        : 'It is installed once its page has said so: open it as an administrator.',
    );
  });
}
