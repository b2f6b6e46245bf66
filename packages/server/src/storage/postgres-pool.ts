import { Socket } from 'node:net';
import pg from 'pg';
import type { PostgresConnection } from './postgres-connection.ts';
import { named, sqlStateOf } from './postgres-session.ts';

export interface PostgresPool {
  /** Lends a connection for as long as `work` runs. */
  lend<T>(work: (connection: PostgresConnection) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** What a connection is for. */
export interface PostgresPoolOptions {
  /** So many are open at the same time at most. */
  readonly connections: number;
  /** Milliseconds that the server spends on one statement; 0: as long as it takes. */
  readonly statementTimeout: number;
  /** Told when a connection fails that nobody uses; the next one who asks gets a new one. */
  readonly onError?: (error: unknown) => void;
}

/** A connection must be there, or be free again, within so many milliseconds. */
const CONNECT_WITHIN = 10_000;

/** Longer than the server's own limit: this one is for a server or a network that has gone silent. */
const SILENCE_AFTER_LIMIT = 5_000;

/** Milliseconds without traffic after which the system asks whether the server is still there. */
const KEEP_ALIVE_AFTER = 10_000;

/** A transaction of a process that hangs holds locks; the server ends it after so many milliseconds. */
const IDLE_IN_TRANSACTION = 15_000;

/** What was acknowledged must survive a power cut, however the server is set up; what is stricter than this stays. */
const DURABLE = `select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off'`;

const INT8 = pg.types.builtins.INT8;

/** Connections to a real server. What the address leaves open (password, user, port) comes from PG variables and ~/.pgpass. */
export function openPostgresPool(address: string, options: PostgresPoolOptions): PostgresPool {
  const { connections, statementTimeout, onError = () => undefined } = options;
  const sockets = new Set<Socket>();
  const pool = new pg.Pool({
    connectionString: address,
    fallback_application_name: 'botyard',
    max: connections,
    connectionTimeoutMillis: CONNECT_WITHIN,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_AFTER,
    ...(statementTimeout > 0 && { query_timeout: statementTimeout + SILENCE_AFTER_LIMIT }),
    types: { getTypeParser },
    stream: () => {
      const socket = new Socket();
      sockets.add(socket);
      return socket.once('close', () => sockets.delete(socket));
    },
    // Options at the start of a connection are refused by poolers such as PgBouncer; statements are not.
    onConnect: async (client) => {
      await client.query(
        `set statement_timeout = ${statementTimeout}; set idle_in_transaction_session_timeout = ${IDLE_IN_TRANSACTION};
         ${DURABLE}`,
      );
    },
  });
  pool.on('error', onError);
  return {
    async lend(work) {
      const client = await pool.connect().catch((error: unknown) => {
        throw named(error);
      });
      let isSpoilt = false;
      const discard = () => {
        isSpoilt = true;
      };
      // The pool listens to idle connections alone: a failure between two statements would end the process.
      client.on('error', discard);
      try {
        return await work(connectionOf(client, discard));
      } finally {
        client.off('error', discard);
        client.release(isSpoilt || client.getTransactionStatus() !== 'I');
      }
    },
    async close() {
      await pool.end();
      // The driver leaves one open where it could not answer the server's question for a password.
      for (const socket of sockets) socket.destroy();
    },
  };
}

function connectionOf(client: pg.PoolClient, discard: () => void): PostgresConnection {
  // The driver will not queue statements for much longer.
  let last: Promise<unknown> = Promise.resolve();
  return {
    query({ sql, values, name }) {
      const answer = last.then(() => client.query({ text: sql, ...(values && { values }), ...(name && { name }) }));
      last = answer.catch((error: unknown) => {
        if (mayBeBroken(error)) discard();
      });
      return answer;
    },
    discard,
  };
}

/** Without an SQLSTATE nobody knows what state the connection is in; 0A000 is a kept plan that does not fit any more. */
function mayBeBroken(error: unknown): boolean {
  const state = sqlStateOf(error);
  return state === undefined || state === '0A000' || state.startsWith('08') || state.startsWith('57P');
}

/** Ids and times are counted in bigint and lie within what a JavaScript number holds exactly. */
export function getTypeParser(oid: number, format?: 'text' | 'binary') {
  return oid === INT8 ? Number : pg.types.getTypeParser(oid, format as 'text');
}
