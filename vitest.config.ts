import { availableParallelism } from 'node:os';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { unitsAtOnce } from './packages/server/bin/units-at-once.mjs';
import { LongestFirst } from './packages/server/test/longest-first.ts';
import { installedPostgres } from './packages/server/test/postgres/start-server.ts';

const NEVER = ['**/node_modules/**', '**/fixtures/**'];

/** These start a PostgreSQL server, or run on one. */
const SERVER_ALONE = 'packages/server/test/postgres/**';

/** What everybody does every day, through a browser; the other journeys through one are long. */
const EVERYDAY =
  'application-frame,bot-conversation,by-keyboard,by-touch,cast,chat-details,chat-list,conversation,hostile-messages,live-chat,notifications,other-chat,other-sites,own-sessions,search,sign-in';

/**
 * Many processes, full disks, hundreds of bots that hang, a hundred thousand events that wait, windows beside windows: too
 * long for every change, so that only test:all has them.
 */
const LONG = [
  'packages/server/test/cli/{app,backup,backup-refused,bad-start,fail,launcher,lost-lock,new,sign-in,tls,webhook,wrong-input}.test.ts',
  'packages/server/test/docs/{add-a-method,cause-an-error,operate,test-a-bot}.test.ts',
  'packages/server/test/worst/**',
  'packages/server/src/delivery/{beside-hanging,paused-backlog}.test.ts',
  'packages/server/test/journeys/replay-many.test.ts',
  `packages/server/test/journeys/!(${EVERYDAY.replaceAll(',', '|')}).browser.test.ts`,
];

/** Who names files wants these, long or not. */
const isNamed = process.argv.slice(2).some((word) => !word.startsWith('-') && /\/|\.test\b/.test(word));

const usual = {
  include: ['packages/**/*.test.ts', 'tools/**/*.test.ts', 'bench/**/*.test.ts', 'examples/**/*.test.ts'],
  exclude: [...NEVER, SERVER_ALONE],
};

/** The tests that keep something in a database once more, on a server that they start themselves. */
function onPostgres(): TestProjectInlineConfiguration[] {
  if (installedPostgres() === undefined) {
    process.stdout.write('No PostgreSQL is installed (apt install postgresql): the tests on a server are skipped.\n');
    return [];
  }
  const include = [
    'packages/server/src/{storage,domain,delivery}/**/*.test.ts',
    'packages/server/test/{contract,limits,matrix,journeys,oauth,postgres}/**/*.test.ts',
    'packages/server/test/{batch,crash/{crash,fetching},hostile-pages,people,system-answers,user-fields}.test.ts',
  ];
  // What pages show does not depend on the database.
  const exclude = [...NEVER, '**/{checkpointer,memory-schema,sqlite-*}.test.ts', '**/*.browser.test.ts'];
  const globalSetup = ['packages/server/test/postgres/global-setup.ts'];
  return [{ extends: true, test: { name: 'postgresql', include, exclude, globalSetup } }];
}

export default defineConfig({
  // As the bundle runs them on SQLite; without it, as they are written.
  plugins: process.env['BOTYARD_UNITS'] === 'at-once' ? [unitsAtOnce()] : [],
  test: {
    pool: 'threads',
    // More than cores: those who look through a browser wait for it, and half of its work is done on other cores.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    sequence: { sequencer: LongestFirst },
    isolate: false,
    // Only what hangs is ended: on a machine with other work a test may take twenty times as long.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    ...(process.env['BOTYARD_TESTS'] === 'all'
      ? { projects: [{ extends: true, test: { name: 'usual', ...usual } }, ...onPostgres()] }
      : { ...usual, exclude: [...usual.exclude, ...(isNamed ? [] : LONG)] }),
  },
});
