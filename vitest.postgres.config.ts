import { defineConfig } from 'vitest/config';
import { installedPostgres } from './packages/server/test/postgres/start-server.ts';
import usual from './vitest.config.ts';

/*
 * The tests that keep something in a database, on a real PostgreSQL. They start a server of their own; where none is
 * installed (Debian: apt install postgresql) they say so and are skipped.
 */

const isInstalled = installedPostgres() !== undefined;
// biome-ignore lint/suspicious/noConsole: there is nothing else that could say it.
if (!isInstalled) console.log('No PostgreSQL is installed: the tests that need a server are skipped.');

const onServer = [
  'packages/server/src/{storage,domain,delivery}/**/*.test.ts',
  'packages/server/test/{contract,matrix,journeys,oauth,postgres}/**/*.test.ts',
  'packages/server/test/*.test.ts',
];

export default defineConfig({
  test: {
    ...usual.test,
    include: isInstalled ? onServer : [],
    exclude: ['**/node_modules/**', '**/fixtures/**', '**/{checkpointer,sqlite-*,store-trouble}.test.ts'],
    passWithNoTests: true,
    globalSetup: ['packages/server/test/postgres/global-setup.ts'],
  },
});
