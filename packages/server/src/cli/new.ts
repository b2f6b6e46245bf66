import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Argument, Command } from 'commander';
import { Complaint } from '#kit/complaint.ts';
import { programName } from '#kit/program-name.ts';
import { control } from './control-client.ts';
import { findServer, type WhichServer } from './find-server.ts';
import { emptyFolder, type Kind, LANGUAGES, type Language, namesAfter, writeBot } from './new-bot.ts';
import { askFor } from './prompt.ts';
import { proposed } from './proposed.ts';
import { quoted } from './quoted.ts';
import { whichServer } from './which-server.ts';

/** Where a file of the example bots lies; undefined: it did not come along. */
export type FindExample = (name: string) => string | undefined;

interface Flags extends WhichServer {
  readonly as?: string;
  readonly webhook?: true;
}

/** Gives somebody a bot of their own to begin with. */
export function newCommand(findExample: FindExample): Command {
  const command = new Command('new')
    .description('Put a small bot into a folder, ready to be run and changed')
    .addArgument(new Argument('<language>', 'what it is written in').choices(Object.keys(LANGUAGES)))
    .argument('[folder]', 'where to; the bot is named after it', 'my-bot')
    .option('--as <person>', 'whose it is: a name or an id')
    .option('--webhook', 'one that the portal calls, instead of one that fetches its events')
    .addHelpText(
      'after',
      `
The bot needs nothing but the language. A webhook is made for it, whose address stands in its file, with a secret
of its own: only you can read the file.

Examples:
  ${programName()} new js my-bot --as Alice
  ${programName()} new python weather --as Bob --webhook
`,
    );
  return whichServer(command).action(async (name: string, folder: string, flags: Flags) => {
    const language = LANGUAGES[name] as Language;
    const kind: Kind = flags.webhook ? 'webhook' : 'assistant';
    const example = findExample(`${kind}-${name}/${language.file}`);
    if (example === undefined) throw new Complaint(`The examples are missing from this copy of ${programName()}`);
    const server = findServer(flags);
    const as = flags.as ?? (await askFor('--as', 'Whose bot is it?'));
    emptyFolder(folder);
    const called = namesAfter(folder);
    const { url } = await control(server, 'webhook.add', { as, title: `Bot ${called.name}` });
    writeBot(example, folder, kind, { url, ...called });
    if (server.certificate !== undefined) writeFileSync(join(folder, CERTIFICATE), server.certificate);
    console.log(next(folder, language, kind, { as, name: called.name, isTls: server.certificate !== undefined }));
  });
}

const CERTIFICATE = 'portal.pem';

interface Made {
  readonly as: string;
  /** Of the bot. */
  readonly name: string;
  readonly isTls: boolean;
}

/** What was made, and what to run next. */
function next(folder: string, { program, file, trusting }: Language, kind: Kind, { as, name, isTls }: Made): string {
  const path = quoted(join(folder, file));
  const run = isTls ? trusting(program, quoted(join(folder, CERTIFICATE))) : program;
  const isBehindServer = program === 'php' && kind === 'webhook';
  return [
    `Made ${join(folder, file)}. Whoever can read it acts as ${as}: the address of a webhook and a secret are in it.`,
    '',
    ...(isBehindServer
      ? [`Serve it:     ${run} -S 127.0.0.1:8500 ${path}`, `Register it:  ${run} ${path} http://127.0.0.1:8500/`]
      : [`Run it:       ${run} ${path}`]),
    `Talk to it:   ${proposed(`say --as ${quoted(as)} --to ${quoted(name)} Hello`)}`,
    `Watch it:     ${proposed(`tail --bot ${quoted(name)}`)}`,
  ].join('\n');
}
