import { Command, InvalidArgumentError, Option } from 'commander';
import { systemClock } from '#kit/clock.ts';
import { Complaint } from '#kit/complaint.ts';
import type { Log } from '#kit/log.ts';
import { programName } from '#kit/program-name.ts';
import { DEFAULT_DATA } from './find-server.ts';
import { createLog, LOG_FORMATS } from './log.ts';
import {
  DEFAULT_HOST,
  DEFAULT_PORT,
  LIMITS,
  type RunningServer,
  type ServerFacts,
  type StartOptions,
  type StartServer,
} from './server.ts';
import { stopInTime, stopWith } from './stop-in-time.ts';
import { welcome } from './welcome.ts';

interface Flags extends StartOptions {
  readonly json?: true;
}

/** Runs a portal until it is told to stop. */
export function startCommand(startServer: StartServer): Command {
  return new Command('start')
    .description('Start a portal and keep it running')
    .addOption(
      new Option('-p, --port <number>', `port to listen on; 0 takes a free one (default: ${DEFAULT_PORT})`).argParser(
        port,
      ),
    )
    .option('--host <address>', `address to listen on (default: ${DEFAULT_HOST})`)
    .option('-d, --data <dir>', `where everything is kept (default: ${DEFAULT_DATA})`)
    .option(
      '--database <address>',
      'keep it in PostgreSQL: postgres://user@host:port/name (the password from PGPASSWORD or ~/.pgpass); the key stays in --data',
    )
    .option('--memory', 'keep nothing: a fresh portal each time')
    .option('--no-examples', 'do not start the echo bot')
    .option('--tls', 'serve HTTPS with a certificate of its own')
    .option(
      '--tls-name <name>',
      'a name the certificate is good for; the first one is the name of the portal; repeatable',
      collect,
    )
    .option('--require-https', 'refuse REST calls over plain HTTP, as the cloud does')
    .option('--public-url <url>', 'where the portal is reached from outside, when that is not where it listens')
    .option('--production', 'start without the example people and refuse bots at private addresses')
    .option('--allow-network <cidr>', 'a private network that bots may be in, in production; repeatable', collect)
    .option(
      '--trust-proxy <cidr>',
      'a network that a proxy before the portal is in, such as 127.0.0.1/32; repeatable',
      collect,
    )
    .addOption(
      new Option(
        '--limits <tariff>',
        'limit the calls of programs as the cloud does: so many per source address, so much time per method (default: off)',
      ).choices(LIMITS),
    )
    .option(
      '--operating-limit [seconds]',
      'seconds that a program may keep a method busy in ten minutes (default: 480 with --limits, else 420)',
      seconds,
    )
    .option('--bot-limit <count>', 'bots that one application may have (default: 5, as in the cloud)', count)
    .option(
      '--s3-bucket <name>',
      'keep files in a bucket of an S3-compatible store; its key from AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, its region from AWS_REGION',
    )
    .option('--s3-endpoint <url>', "where that store is, when it is not Amazon's")
    .option('--file-space <megabytes>', 'room for all files of the portal together (default: 10240)', count)
    .addOption(
      new Option(
        '--link-previews <on|off>',
        'show title, description and picture of the pages that messages link to, and pictures of other hosts in messages; the portal fetches them (default: off)',
      ).choices(['on', 'off']),
    )
    .option(
      '--keep-calls <count>',
      'REST calls of the last 24 hours that "calls" can show; 0: none (default: 100000)',
      countOrNone,
    )
    .addOption(
      new Option('--log-format <format>', 'how the lines of the log on stderr are written (default: text)').choices(
        LOG_FORMATS,
      ),
    )
    .option('--metrics-token-file <file>', 'holds what programs on other machines show to read /metrics')
    .option('--json', 'print one line of JSON when the portal answers, and nothing else')
    .addHelpText(
      'after',
      `
Examples:
  ${programName()} start                        a portal to develop on, with people, a chat and a bot
  ${programName()} start --memory --json -p 0   for a test: keeps nothing, takes a free port, says where it is
  ${programName()} start --tls --tls-name bots.test
  ${programName()} start --database postgres://botyard@127.0.0.1:5432/botyard
                                           on a server, with its password in PGPASSWORD or ~/.pgpass
`,
    )
    .action(async (flags: Flags) => {
      // stdout belongs to what was asked for.
      const log = createLog(flags.logFormat ?? 'text', systemClock);
      const server = await started(startServer, flags, log);
      if (!server) return;
      stopInTime(server, log);
      void server.lost.then((why) => stopWith(why, log));
      console.log(flags.json ? toJson(server.facts) : welcome(server.facts));
    });
}

/** undefined: it did not start, which a log for programs says in their form. */
async function started(startServer: StartServer, flags: Flags, log: Log): Promise<RunningServer | undefined> {
  try {
    return await startServer(flags, log);
  } catch (error) {
    if (flags.logFormat !== 'json' || !(error instanceof Complaint)) throw error;
    log.error(`${error.message}.`);
    process.exitCode = error.exitCode;
    return undefined;
  }
}

/** One line, for scripts: addresses are made by adding a method's name to a webhook's. */
function toJson({ url, webhooks, people, groupChatId, certificatePath }: ServerFacts): string {
  // The path is there with --tls alone: undefined is left out.
  return JSON.stringify({ url, webhookUrl: webhooks[0]?.url ?? null, webhooks, people, groupChatId, certificatePath });
}

function port(text: string): number {
  const number = Number(text);
  if (/^\d{1,5}$/.test(text) && number <= 65_535) return number;
  throw new InvalidArgumentError('A port is a number from 0 to 65535.');
}

function seconds(text: string): number {
  const number = Number(text);
  if (number > 0 && Number.isFinite(number)) return number;
  throw new InvalidArgumentError('Seconds are a number above 0.');
}

function count(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('That is a whole number from 1 on.');
}

function countOrNone(text: string): number {
  if (/^\d{1,7}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('That is a whole number from 0 to 9999999.');
}

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}
