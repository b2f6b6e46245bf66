import type { TestProject } from 'vitest/node';
import { installedPostgres, startPostgresServer } from './start-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A server that tests take their databases from; undefined: they run on what is embedded. */
    postgresServer: PostgresPlace | undefined;
  }
}

/** Where a server is, for threads that did not start it. */
export interface PostgresPlace {
  /** Address of a database, with NAME in place of its name. */
  readonly address: string;
  readonly bin: string;
}

/** Starts the server that all tests of this run share. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const bin = installedPostgres();
  if (bin === undefined) throw new Error('There is no PostgreSQL on this machine');
  const server = await startPostgresServer(bin);
  project.provide('postgresServer', { address: server.address('NAME'), bin });
  return () => server.stop();
}
