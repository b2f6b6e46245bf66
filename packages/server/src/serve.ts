import { join } from 'node:path';
import { writeControlFile } from '#cli/control-file.ts';
import { runningServers } from '#cli/find-server.ts';
import type { RunningServer, StartOptions } from '#cli/server.ts';
import { fullName } from '#domain/user/user.ts';
import { systemClock } from '#kit/clock.ts';
import { Complaint } from '#kit/complaint.ts';
import type { Log } from '#kit/log.ts';
import { systemRandom } from '#kit/random.ts';
import { VERSION } from '#kit/version.ts';
import { bucketHome } from '#storage/files/bucket-home.ts';
import type { FileHome } from '#storage/files/file-home.ts';
import { folderHome } from '#storage/files/folder-home.ts';
import { type App, startApp } from './app.ts';
import type { AppOptions } from './app-options.ts';
import { type Config, toConfig } from './config.ts';
import { type DataDirectory, openDataDirectory } from './data-directory.ts';
import { type EchoBot, startEchoBot } from './echo-bot.ts';
import { failureLog } from './failure-log.ts';
import { toFacts, webhookUrl } from './server-facts.ts';
import { startComplaint } from './start-complaint.ts';
import { type Certificate, certificateFor } from './tls.ts';

/** Starts a portal as `botyard start` was told to: data directory, certificate, portal, control file, example bot. */
export async function serve(options: StartOptions, log: Log): Promise<RunningServer> {
  const config = toConfig(options);
  // Whatever is written from here on is for this user's eyes, in a directory that is open to others, too.
  process.umask(0o077);
  const isOnlyOne = runningServers().length === 0;
  const directory = openDataDirectory({
    path: config.dataPath,
    inMemory: config.inMemory,
    databaseAddress: config.databaseAddress,
    log,
  });
  let lose: (complaint: Complaint) => void = () => undefined;
  const lost = new Promise<Complaint>((resolve) => {
    lose = (complaint) => {
      directory.release();
      resolve(complaint);
    };
  });
  let endAsked: () => void = () => undefined;
  const stopAsked = new Promise<void>((resolve) => {
    endAsked = resolve;
  });
  let app: App | undefined;
  let bot: EchoBot | undefined;
  try {
    const names = [...(config.tlsNames ?? []), ...hostNames(config)];
    const certificate = config.tlsNames && (await certificateFor(directory.path, names, systemClock.now(), log));
    const token = systemRandom.hex(64);
    app = await openPortal(config, directory, {
      certificate,
      controlToken: token,
      onError: failureLog(log, systemClock, directory.database),
      onStopAsked: endAsked,
      log,
      onLost: lose,
    });
    directory.keepKey();
    writeControlFile(directory.path, {
      url: app.address,
      token,
      pid: process.pid,
      version: VERSION,
      ...(certificate && { certificate: certificate.cert }),
    });
    directory.watch((why) => lose(new Complaint(why)));
    if (config.isProduction) warnOfCast(app, log);
    await app.server.prepare();
    bot = config.withExamples ? await startExample(app, certificate, log) : undefined;
    const started = app;
    return {
      facts: await toFacts(app, config, {
        finder: finderOf(options, app, isOnlyOne),
        certificatePath: certificate?.path,
        dataPath: directory.path,
        hasExampleBot: bot !== undefined,
      }),
      lost,
      stopAsked,
      stop: () => stop(started, directory, bot),
    };
  } catch (error) {
    // What goes wrong with the end hides nothing of what went wrong with the start.
    await stop(app, directory, bot).catch(() => undefined);
    throw startComplaint(error, { path: directory.path, host: config.host, port: config.port });
  }
}

interface OpenOptions extends Pick<AppOptions, 'onError' | 'onStopAsked' | 'onLost' | 'log' | 'controlToken'> {
  readonly certificate: Certificate | undefined;
}

/** Where the bytes of files are kept; undefined: in memory. */
async function filesOf({ bucket }: Config, { path, filesFolder }: DataDirectory): Promise<FileHome | undefined> {
  if (bucket) return bucketHome(bucket, join(path, 'drafts'));
  return filesFolder === undefined ? undefined : folderHome(filesFolder);
}

async function openPortal(
  config: Config,
  directory: DataDirectory,
  { certificate, ...options }: OpenOptions,
): Promise<App> {
  const {
    host,
    port,
    requireHttps,
    publicUrl,
    isProduction,
    networks,
    trustedProxies,
    limits,
    settings,
    metricsToken,
    calls,
    linkPreviews,
    bucket,
  } = config;
  const [publicName] = config.tlsNames ?? [];
  return startApp({
    database: directory.database,
    files: await filesOf(config, directory),
    place: directory.place && { ...directory.place, ...(bucket && { hasFilesElsewhere: true }) },
    key: directory.key,
    host,
    port,
    requireHttps,
    production: isProduction,
    networks,
    trustedProxies,
    limits,
    settings,
    metricsToken,
    calls,
    linkPreviews,
    withCast: !isProduction,
    ...options,
    ...(publicUrl !== undefined && { publicUrl }),
    ...(publicName !== undefined && { publicName }),
    ...(certificate && { tls: certificate }),
  });
}

/** Whoever calls by the address that was listened on is to find it in the certificate. */
function hostNames({ host, publicUrl }: Config): string[] {
  const isEverywhere = host === '0.0.0.0' || host === '::';
  return [
    ...(isEverywhere ? [] : [host]),
    ...(publicUrl === undefined ? [] : [new URL(publicUrl).hostname.replace(/^\[|\]$/g, '')]),
  ];
}

async function startExample(app: App, certificate: Certificate | undefined, log: Log): Promise<EchoBot | undefined> {
  const [webhook] = app.cast.webhooks;
  if (!webhook) return undefined;
  return startEchoBot({
    webhookUrl: webhookUrl(app.address, webhook),
    chatId: app.cast.groupChatId,
    certificatePath: certificate?.path,
    clock: systemClock,
    log,
  });
}

/** Addresses at this domain are nobody's: whoever has one came with a start in development, and so did their webhook. */
function warnOfCast({ cast }: App, log: Log): void {
  const known = cast.people.filter(
    (person) => person.email.endsWith('@example.com') && cast.webhooks.some((one) => one.userId === person.id),
  );
  if (known.length > 0)
    log.warn(
      `This data was begun in development: ${known.map(fullName).join(', ')} have webhooks whose addresses were shown then`,
    );
}

/** How other commands are told which server is meant. */
function finderOf(options: StartOptions, app: App, isOnlyOne: boolean): string {
  if (options.data !== undefined)
    return ` --data ${/^[\w./~-]+$/.test(options.data) ? options.data : JSON.stringify(options.data)}`;
  return options.memory && !isOnlyOne ? ` --url ${app.address}` : '';
}

async function stop(app: App | undefined, directory: DataDirectory, bot: EchoBot | undefined): Promise<void> {
  try {
    await app?.close();
    await bot?.stop();
  } finally {
    directory.release();
  }
}
