import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { quickSpreads, withQuickSpreads } from './quick-spreads.mjs';
import { unitsAtOnce } from './units-at-once.mjs';

/**
 * The first two come with binaries of their own, which they find beside themselves; the third is larger than the program,
 * and seldom used. pg asks for the next two where they are used.
 * Fastify asks for the others where routes have schemas, or where it logs or tests itself: no portal does.
 */
const EXTERNAL = [
  '@photostructure/sqlite',
  'sharp',
  '@aws-sdk/client-s3',
  'pg-native',
  'pg-cloudflare',
  '@fastify/ajv-compiler',
  '@fastify/fast-json-stringify-compiler',
  'light-my-request',
  'pino',
];

const require = createRequire(import.meta.url);
const DEFERRED_ZOD = fileURLToPath(new URL('deferred-zod.cjs', import.meta.url));
const ZOD_PARTS = fileURLToPath(new URL('zod-parts.mjs', import.meta.url));

/**
 * The connections and errors of undici and no more: the rest of it is fetch, cookies, caches and WebSockets, and reading
 * those takes longer than opening the database.
 */
const undiciAsClient = {
  name: 'undici-as-client',
  resolveId: (id) => (id === 'undici' ? '\0undici-as-client' : undefined),
  load(id) {
    if (id !== '\0undici-as-client') return undefined;
    const part = (name) => JSON.stringify(require.resolve(`undici/lib/${name}.js`));
    return `
      export { default as Client } from ${part('dispatcher/client')};
      export { default as errors } from ${part('core/errors')};
    `;
  },
};

/** Schemas, which describe all methods, events and commands, are made when one is first used: a start needs none. */
const zodAtFirstUse = {
  name: 'zod-at-first-use',
  resolveId: (id, importer) => (id === 'zod' && importer !== ZOD_PARTS ? DEFERRED_ZOD : undefined),
};

/** Units without promises cannot wait for a server: they get no driver for one. */
const withoutPostgres = {
  name: 'without-postgres',
  resolveId: (id) => (id.endsWith('/open-postgres.ts') ? '\0without-postgres' : undefined),
  load: (id) =>
    id === '\0without-postgres'
      ? "export async function openPostgresAt() { throw new Error('This build of the program runs on SQLite alone'); }"
      : undefined,
};

/** What the two builds differ in; bin/botyard.mjs takes the one that a command line needs. */
const BUILDS = {
  main: [unitsAtOnce(), withoutPostgres],
  'main-postgres': [],
};

/** What the program reads; a published package has neither of these folders. */
const EXAMPLES = [
  'echo-bot/bot.mjs',
  ...['assistant', 'webhook'].flatMap((kind) => [`${kind}-js/bot.mjs`, `${kind}-php/bot.php`, `${kind}-python/bot.py`]),
];
const BESIDE = [
  ...EXAMPLES.map((name) => [`examples/${name}`, `../../examples/${name}`]),
  ['openapi.json', '../../docs/reference/openapi.json'],
];

/** The program as a few files that start quickly: what only some commands need is in files of its own. */
export async function bundle(root, name) {
  const build = await rolldown({
    input: { [name]: join(root, 'src/main.ts') },
    platform: 'node',
    external: EXTERNAL,
    plugins: [undiciAsClient, zodAtFirstUse, ...BUILDS[name], quickSpreads()],
    cwd: root,
    logLevel: 'warn',
  });
  const { output } = await build.generate({
    // For bin/compile-cache.mjs; and as it was written, since what is compiled already gains nothing by being shorter.
    format: 'cjs',
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name]-[hash].cjs',
    comments: { legal: true, annotation: false, jsdoc: false },
  });
  await build.close();
  const files = output.map((file) => ({
    fileName: file.fileName,
    content: file.type === 'chunk' ? inAscii(withQuickSpreads(file.code)) : file.source,
    isEntry: file.type === 'chunk' && file.isEntry,
  }));
  for (const [fileName, source] of BESIDE)
    files.push({ fileName, content: readFileSync(join(root, source)), isEntry: false });
  return files;
}

/** One other character, and V8 keeps the whole source in two bytes for each character for as long as the program runs. */
function inAscii(code) {
  return code.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
