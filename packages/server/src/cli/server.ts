import type { Complaint } from '#kit/complaint.ts';
import type { Log } from '#kit/log.ts';
import type { LogFormat } from './log.ts';

export const DEFAULT_PORT = 8424;
/** So long may a stop take before it is one by force, in milliseconds. */
export const STOP_WITHIN = 25_000;
export const DEFAULT_HOST = '127.0.0.1';

export const LIMITS = ['off', 'standard', 'enterprise'] as const;
export type LimitsOption = (typeof LIMITS)[number];

/** What `botyard start` was told. */
export interface StartOptions {
  readonly port?: number;
  readonly host?: string;
  readonly data?: string;
  /** Address of a PostgreSQL database; undefined: the data directory holds an SQLite file. */
  readonly database?: string;
  readonly memory?: true;
  /** false: without them. */
  readonly examples: boolean;
  readonly tls?: true;
  readonly tlsName?: readonly string[];
  readonly requireHttps?: true;
  readonly publicUrl?: string;
  readonly production?: true;
  readonly allowNetwork?: readonly string[];
  readonly trustProxy?: readonly string[];
  readonly limits?: LimitsOption;
  readonly logFormat?: LogFormat;
  /** A file that holds what other machines show to read the metrics. */
  readonly metricsTokenFile?: string;
  /** Whether messages show what stands behind their links. */
  readonly linkPreviews?: 'on' | 'off';
  /** REST calls that are kept in the log. */
  readonly keepCalls?: number;
  /** Where files are kept; undefined: in the data directory. */
  readonly s3Bucket?: string;
  readonly s3Endpoint?: string;
  /** Megabytes that all files may come to. */
  readonly fileSpace?: number;
  /** Bots that an application may have. */
  readonly botLimit?: number;
  /** Seconds; true: as many as are usual. */
  readonly operatingLimit?: number | true;
}

/** A portal that answers, as whoever started it is told of it. */
export interface RunningServer {
  readonly facts: ServerFacts;
  /** Resolves when somebody asks for an end at the control interface. */
  readonly stopAsked: Promise<void>;
  /** Resolves when everything that was begun is finished and written down. */
  stop(): Promise<void>;
  /** Resolves when it can serve no longer because another portal has taken its database. */
  readonly lost: Promise<Complaint>;
}

export interface ServerFacts {
  /** Without a slash at the end. */
  readonly url: string;
  /** Each ends in a slash; empty in production, where nobody's address is shown. */
  readonly webhooks: readonly { readonly userId: number; readonly url: string; readonly scope: readonly string[] }[];
  readonly people: readonly { readonly id: number; readonly name: string }[];
  /** 0: there is none. */
  readonly groupChatId: number;
  /** Where the data lies; undefined: in memory. */
  readonly dataPath: string | undefined;
  /** The PostgreSQL database that it keeps, without a password; undefined: a file in the data directory. */
  readonly databaseAddress: string | undefined;
  /** How other commands find this server: nothing, or the option to give them. */
  readonly finder: string;
  /** A link that signs somebody in, once; undefined in production, where nobody's address is shown. */
  readonly signIn: { readonly name: string; readonly url: string } | undefined;
  /** Where the first administrator comes in; undefined when somebody is there. */
  readonly founderUrl: string | undefined;
  readonly isProduction: boolean;
  /** A certificate that nobody trusts yet. */
  readonly certificatePath: string | undefined;
  /** Name of the example bot that runs beside it. */
  readonly exampleBot: string | undefined;
}

/** Starts a server; given from outside, so that commands which only talk to one never load it. */
export type StartServer = (options: StartOptions, log: Log) => Promise<RunningServer>;
