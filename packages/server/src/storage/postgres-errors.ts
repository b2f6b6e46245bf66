import { Complaint } from '#kit/complaint.ts';
import { addressInWords } from './postgres-address.ts';
import { sqlStateOf } from './postgres-session.ts';
import { StoreUnavailable } from './session.ts';

/** The oldest release that gets mends itself while this one is written. */
const OLDEST_VERSION = 13;

/** What is asked of a server before anything is kept in it. */
export interface ServerState {
  /** As `server_version_num`: 150018 for 15.18. */
  readonly version: number;
  readonly encoding: string;
  /** Follows another server and takes no writes. */
  readonly isStandby: boolean;
}

/** @throws Complaint about a server or a database that a portal cannot be kept in */
export function checkServer({ version, encoding, isStandby }: ServerState, address: string): void {
  const where = addressInWords(address);
  const release = Math.floor(version / 10_000);
  if (release < OLDEST_VERSION)
    throw new Complaint(
      `${where} is PostgreSQL ${release}, which is too old: upgrade it to ${OLDEST_VERSION} or newer, or give the address of another server`,
    );
  if (encoding !== 'UTF8')
    throw new Complaint(
      `The database ${where} is in ${encoding} and cannot hold every text. Make one with: createdb --encoding UTF8 --template template0 NAME`,
    );
  if (isStandby)
    throw new Complaint(`${where} is a standby that takes no writes. Give the address of its primary server`);
}

/** What whoever starts a portal can do about a database that does not let it in; undefined: nothing that is known. */
export function toComplaint(error: unknown, address: string): Complaint | undefined {
  if (error instanceof Complaint) return error;
  const cause = rootOf(error);
  if (!(error instanceof StoreUnavailable) && !('code' in cause)) return undefined;
  const says = saysOf(cause, addressInWords(address), userOf(cause));
  return says === undefined ? undefined : new Complaint(says);
}

function saysOf(cause: Error, where: string, user: string): string | undefined {
  const state = sqlStateOf(cause);
  const { message } = cause;
  if (state === '28P01' || /SASL.*password must be a/i.test(message))
    return `${where} refuses the password of ${user}, or none was given. Give it by PGPASSWORD or in ~/.pgpass`;
  if (state?.startsWith('28'))
    return `${where} does not let ${user} in (${message}). Give another user in the address, or let this one in by pg_hba.conf`;
  if (state === '3D000')
    return `${where} does not exist. Make the database with createdb, or give the address of another one`;
  if (state === '42501')
    return `The user of ${where} may not make tables there (${message}). Make it the owner: ALTER DATABASE ... OWNER TO ...`;
  if (state === '53300')
    return `${where} has no connection free (${message}). Stop another program, or raise max_connections`;
  if (state?.startsWith('57P')) return `${where} is not ready (${message}). Try again in a moment`;
  if (state !== undefined) return undefined;
  if (/SSL|certificate|self.signed/i.test(message))
    return `${where} cannot be spoken to over TLS (${message}). Set sslmode in the address: ?sslmode=disable, ?sslmode=no-verify or ?sslmode=verify-full&sslrootcert=FILE`;
  const { code = '' } = cause as NodeJS.ErrnoException;
  return `No PostgreSQL answers at ${where} (${REASONS[code] ?? (message || code)}). Start it, or correct the address given by --database`;
}

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'the connection is refused',
  ENOENT: 'there is no such socket',
  ENOTFOUND: 'there is no such host',
  EHOSTUNREACH: 'there is no way to that host',
  ENETUNREACH: 'there is no way to that network',
  ETIMEDOUT: 'no answer in time',
  EACCES: 'this user may not open its socket',
};

/** The driver's own error, under what the store made of it; of several addresses of a name, the first one's. */
function rootOf(error: unknown): Error {
  if (error instanceof AggregateError && error.errors.length > 0) return rootOf(error.errors[0]);
  if (!(error instanceof Error)) return new Error(String(error));
  return error.cause instanceof Error ? rootOf(error.cause) : error;
}

function userOf({ message }: Error): string {
  const name = /(?:user|role) "([^"]+)"/.exec(message)?.[1];
  return name === undefined ? 'this user' : `user "${name}"`;
}
