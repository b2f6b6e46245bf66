import { readFileSync } from 'node:fs';
import { type Limits, SELF_HOSTED_OPERATING_SECONDS, TARIFFS } from '#api/kernel/limits/limits.ts';
import { DEFAULT_DATA } from '#cli/find-server.ts';
import { DEFAULT_HOST, DEFAULT_PORT, type StartOptions } from '#cli/server.ts';
import { networkSet } from '#delivery/special-addresses.ts';
import { type Settings, USUAL_SETTINGS } from '#domain/settings.ts';
import { Complaint } from '#kit/complaint.ts';
import type { Bucket } from '#storage/files/bucket-home.ts';
import { isCompleteAddress } from '#storage/postgres-address.ts';

/** What a start was asked for, checked and with nothing left open. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Address of a PostgreSQL database; undefined: an SQLite file in the data directory. */
  readonly databaseAddress: string | undefined;
  /** Kept nowhere: the portal is gone when it stops. */
  readonly inMemory: boolean;
  /** undefined: a directory of its own that goes with the portal. */
  readonly dataPath: string | undefined;
  readonly withExamples: boolean;
  /** Names that the certificate is made for beside loopback; undefined: plain HTTP. */
  readonly tlsNames: readonly string[] | undefined;
  readonly requireHttps: boolean;
  readonly publicUrl: string | undefined;
  readonly isProduction: boolean;
  readonly networks: readonly string[];
  readonly trustedProxies: readonly string[];
  /** What the metrics are shown for to other machines; undefined: for nothing. */
  readonly metricsToken: string | undefined;
  /** Shows under messages what stands behind their links. */
  readonly linkPreviews: boolean;
  /** REST calls that are kept in the log; undefined: as many as is usual. */
  readonly calls: number | undefined;
  /** undefined: none. */
  readonly limits: Limits | undefined;
  readonly settings: Settings;
  /** Where files are kept; undefined: in the data directory. */
  readonly bucket: Bucket | undefined;
}

/** @throws Complaint about an option that cannot be followed */
export function toConfig(options: StartOptions): Config {
  const {
    tls,
    tlsName = [],
    memory = false,
    requireHttps = false,
    production: isProduction = false,
    allowNetwork = [],
    trustProxy = [],
  } = options;
  const tlsNames = tls || tlsName.length > 0 ? tlsName.map(checkedName) : undefined;
  return {
    port: options.port ?? DEFAULT_PORT,
    host: options.host ?? DEFAULT_HOST,
    databaseAddress: options.database === undefined ? undefined : checkedDatabase(options.database, memory),
    inMemory: memory,
    dataPath: options.data ?? (memory ? undefined : DEFAULT_DATA),
    // The example speaks plain HTTP to a portal without a certificate, and what is open to the world starts empty.
    withExamples: options.examples && !isProduction && !(requireHttps && tlsNames === undefined),
    tlsNames,
    requireHttps,
    publicUrl: options.publicUrl === undefined ? undefined : checkedUrl(options.publicUrl),
    isProduction,
    networks: checkedNetworks('--allow-network', allowNetwork),
    trustedProxies: checkedNetworks('--trust-proxy', trustProxy),
    metricsToken: options.metricsTokenFile === undefined ? undefined : readMetricsToken(options.metricsTokenFile),
    linkPreviews: options.linkPreviews === 'on',
    calls: options.keepCalls,
    limits: toLimits(options),
    settings: toSettings(options),
    bucket: toBucket(options),
  };
}

/** Off unless asked for: on a portal of one's own, whoever runs it decides what it can bear. */
function toLimits({ limits = 'off', operatingLimit }: StartOptions): Limits | undefined {
  const tariff = limits === 'off' ? undefined : TARIFFS[limits];
  if (operatingLimit === undefined) return tariff;
  const usual = tariff?.operatingSeconds ?? SELF_HOSTED_OPERATING_SECONDS;
  return { ...tariff, operatingSeconds: operatingLimit === true ? usual : operatingLimit };
}

function toSettings({ botLimit = USUAL_SETTINGS.botLimit.v1, fileSpace }: StartOptions): Settings {
  const { files } = USUAL_SETTINGS;
  return {
    botLimit: { ...USUAL_SETTINGS.botLimit, v1: botLimit },
    files: fileSpace === undefined ? files : { ...files, together: fileSpace * 1024 * 1024 },
  };
}

function toBucket({ s3Bucket: name, s3Endpoint: endpoint }: StartOptions): Bucket | undefined {
  if (name === undefined && endpoint !== undefined)
    throw new Complaint('--s3-endpoint says where a bucket is: name it with --s3-bucket, too.', 2);
  if (name === undefined) return undefined;
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name))
    throw new Complaint(`--s3-bucket: "${name}" is no name of a bucket.`, 2);
  if (endpoint !== undefined && !(URL.canParse(endpoint) && /^https?:$/.test(new URL(endpoint).protocol)))
    throw new Complaint(`--s3-endpoint: "${endpoint}" is no address. Write it like https://s3.example.com.`, 2);
  return { name, endpoint, region: process.env['AWS_REGION'] ?? 'us-east-1' };
}

function checkedName(name: string): string {
  if (/^[a-z0-9.:_*-]{1,253}$/i.test(name)) return name;
  throw new Complaint(`--tls-name: "${name}" is no host name. Write it like bots.example.com, without https://.`, 2);
}

/** The address is not repeated: there may be a password in it. */
function checkedDatabase(address: string, inMemory: boolean): string {
  if (inMemory) throw new Complaint('--memory keeps nothing, --database keeps everything: take one of them.', 2);
  if (isCompleteAddress(address)) return address;
  throw new Complaint(
    '--database: that is not the address of a database. Write it like postgres://user@host:5432/name.',
    2,
  );
}

function checkedUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash && !url.username)
    return url.origin;
  throw new Complaint(
    `--public-url: "${text}" is not where a portal can be. Write it like https://bots.example.com, without a path.`,
    2,
  );
}

function checkedNetworks(option: string, networks: readonly string[]): readonly string[] {
  try {
    networkSet(networks);
    return networks;
  } catch (error) {
    throw new Complaint(`${option}: ${(error as Error).message}`, 2);
  }
}

/** Shorter ones can be guessed. */
const TOKEN_LENGTH = 16;

function readMetricsToken(path: string): string {
  let token: string;
  try {
    token = readFileSync(path, 'utf8').trim();
  } catch (error) {
    throw new Complaint(`--metrics-token-file: ${path} cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
  if (token.length >= TOKEN_LENGTH && !/\s/.test(token)) return token;
  throw new Complaint(
    `--metrics-token-file: ${path} holds no token of ${TOKEN_LENGTH} characters or more. Make one: openssl rand -hex 32 > ${path}`,
  );
}

/** For a program that is started beside us: what any program needs to run, and nothing that was given to us alone. */
export function plainEnvironment(): Readonly<Record<string, string>> {
  const names = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot'];
  return Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => names.includes(entry[0]) && entry[1] !== undefined,
    ),
  );
}
