import { afterAll, beforeAll, inject } from 'vitest';
import { openPostgresPool } from '#storage/postgres-pool.ts';
import { type Ended, launch, temporaryFolder } from '../cli/botyard.ts';
import { type PostgresServer, startPostgresServer } from './start-server.ts';

/** A server of one test file's own, which can be ended and started again, and a folder to start portals in. */
export function ownServer() {
  const folder = temporaryFolder();
  let postgres: PostgresServer | undefined;
  let made = 0;

  beforeAll(async () => {
    const place = inject('postgresServer');
    if (!place) throw new Error('These tests need a PostgreSQL server');
    postgres = await startPostgresServer(place.bin);
  });
  afterAll(async () => {
    await postgres?.stop();
    folder.remove();
  });

  const server = (): PostgresServer => {
    if (!postgres) throw new Error('The server is not there yet');
    return postgres;
  };

  async function execAt(name: string, sql: string): Promise<void> {
    const pool = openPostgresPool(server().address(name), { connections: 1, statementTimeout: 0 });
    await pool.lend((connection) => connection.query({ sql }));
    await pool.close();
  }

  return {
    folder: folder.path,
    server,
    execAt,
    /** Address of a new, empty database. */
    async newDatabase(): Promise<{ name: string; address: string; exec(sql: string): Promise<void> }> {
      made += 1;
      const name = `start${made}`;
      await execAt('postgres', `create database ${name}`);
      return { name, address: server().address(name), exec: (sql) => execAt(name, sql) };
    },
    /** Of a start that is to fail. */
    start(...args: string[]): Promise<Ended> {
      return launch(['start', '--port', '0', '--json', ...args], folder.path).ended;
    },
  };
}
