import type { AnswerWatcher } from '#api/kernel/call/dispatcher-options.ts';
import type { Method } from '#api/kernel/definition/defined-method.ts';
import type { EventWatcher } from '#api/kernel/definition/event.ts';
import type { Limits } from '#api/kernel/limits/limits.ts';
import type { Settings } from '#domain/settings.ts';
import type { Clock } from '#kit/clock.ts';
import type { Complaint } from '#kit/complaint.ts';
import type { Log } from '#kit/log.ts';
import type { Passwords } from '#kit/password.ts';
import type { Random } from '#kit/random.ts';
import type { DataPlace } from '#storage/data-files.ts';
import type { FileHome } from '#storage/files/file-home.ts';
import type { SharedStoreOptions } from '#storage/open-postgres.ts';
import type { Store } from '#storage/store.ts';

/** What a portal is started with. Only where it is kept and the key to it have no usual value. */
export interface AppOptions {
  /** A file, ':memory:', postgres://user@host:port/database, or what opens one that is none of these. */
  readonly database: string | ((options: SharedStoreOptions) => Promise<Store>);
  /** Where that is, for backups; undefined: in memory. */
  readonly place?: DataPlace | undefined;
  /** Where the bytes of files are kept; undefined: in memory. */
  readonly files?: FileHome | undefined;
  /** 32 bytes; see storage/secrets.ts. */
  readonly key: Uint8Array;
  readonly host?: string;
  /** 0 takes a free one. */
  readonly port?: number;
  readonly tls?: { readonly key: string; readonly cert: string };
  readonly requireHttps?: boolean;
  readonly publicUrl?: string;
  /** A name of the certificate, by which the portal is reached where no publicUrl says otherwise. */
  readonly publicName?: string;
  /** Refuses handlers at private addresses that are not in one of `networks`. */
  readonly production?: boolean;
  /** Networks that a proxy before the portal may be in; who calls from elsewhere is who they are. */
  readonly trustedProxies?: readonly string[];
  /** Private networks that handlers may be in, as 10.1.0.0/16. */
  readonly networks?: readonly string[];
  /** undefined: the usual ones. */
  readonly settings?: Settings | undefined;
  /** What programs may use; undefined: there are no limits. */
  readonly limits?: Limits | undefined;
  /** Shows under messages what stands behind their links. */
  readonly linkPreviews?: boolean;
  /** REST calls that are kept in the log, of the last 24 hours; 0: none. undefined: as many as is usual. */
  readonly calls?: number | undefined;
  /** false: a new portal starts without the cast. */
  readonly withCast?: boolean;
  /** What the command line shows to be let in; without it there is no control interface. */
  readonly controlToken?: string;
  /** What programs on other machines show to read the metrics; without it they are refused. */
  readonly metricsToken?: string | undefined;
  /** Called when somebody asks for an end at the control interface. */
  readonly onStopAsked?: () => void;
  readonly clock?: Clock;
  readonly random?: Random;
  readonly passwords?: Passwords;
  /** What it can be asked; undefined: every documented method that there is. */
  readonly methods?: readonly Method[];
  /** Told what takes longer than usual, was mended, was refused to somebody or given up. */
  readonly log?: Log;
  /** Told once, when another portal has taken the database: this one serves nothing more and is to be ended. */
  readonly onLost?: (complaint: Complaint) => void;
  /** See what methods answer, and what stands in events. */
  readonly onAnswer?: AnswerWatcher;
  readonly onEvent?: EventWatcher;
  /** Told of what is nobody's fault but ours. */
  readonly onError?: (error: unknown, where: string) => void;
}
