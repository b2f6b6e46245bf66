import { hostname } from 'node:os';
import type { Complaint } from '#kit/complaint.ts';
import type { Log } from '#kit/log.ts';
import { checkServer, type ServerState, toComplaint } from './postgres-errors.ts';
import { checkKey } from './postgres-key.ts';
import { DatabaseLease } from './postgres-lease.ts';
import { openPostgresPool, type PostgresPool } from './postgres-pool.ts';
import { migratePostgres, openPostgres } from './postgres-store.ts';
import type { Store } from './store.ts';
import type { StoreOptions } from './unit-factory.ts';

/** What a portal is told of a database that others can use, too. */
export interface SharedStoreOptions extends StoreOptions {
  readonly log: Log;
  /** Told once, when another portal has taken the database: this one must stop. */
  readonly onLost: (complaint: Complaint) => void;
}

/** PostgreSQL shares one wait for the disk among those who commit at the same time, so that more of them cost little. */
const CONNECTIONS = 16;
const STATEMENT_TIMEOUT = 10_000;

/**
 * Opens (and brings up to date) the database at `address` for this portal alone.
 * @throws Complaint when the server, the database or another portal stands in the way
 */
export async function openPostgresAt(address: string, options: SharedStoreOptions): Promise<Store> {
  // Of its own: renewals are not to wait for units, nor for a step of the schema.
  const leasePool = openPostgresPool(address, { connections: 1, statementTimeout: STATEMENT_TIMEOUT });
  let lease: DatabaseLease | undefined;
  try {
    checkServer(await stateOf(leasePool), address);
    const me = { host: hostname(), processId: process.pid };
    lease = await DatabaseLease.take(leasePool, { me, log: options.log, onLost: options.onLost });
    await checkKey(leasePool, options.secrets);
    await withoutLimit(address, migratePostgres);
    const units = openPostgresPool(address, { connections: CONNECTIONS, statementTimeout: STATEMENT_TIMEOUT });
    return openPostgres(units, options, lease);
  } catch (error) {
    await (lease ? lease.release() : leasePool.close());
    throw toComplaint(error, address) ?? error;
  }
}

/** A step of the schema takes as long as the tables are large. */
async function withoutLimit(address: string, work: (pool: PostgresPool) => Promise<void>): Promise<void> {
  const pool = openPostgresPool(address, { connections: 1, statementTimeout: 0 });
  try {
    await work(pool);
  } finally {
    await pool.close();
  }
}

async function stateOf(pool: PostgresPool): Promise<ServerState> {
  const { rows } = await pool.lend((connection) =>
    connection.query({
      sql: `select current_setting('server_version_num')::integer as version,
        pg_encoding_to_char(encoding) as encoding, pg_is_in_recovery() as "isStandby"
        from pg_database where datname = current_database()`,
    }),
  );
  const [state] = rows as ServerState[];
  if (!state) throw new Error('The server does not say what it is');
  return state;
}
