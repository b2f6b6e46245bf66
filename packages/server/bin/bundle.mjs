import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { unitsAtOnce } from './units-at-once.mjs';

/** Comes with binaries of its own, which it finds beside itself. */
const EXTERNAL = ['@photostructure/sqlite'];

const require = createRequire(import.meta.url);

/**
 * undici as a client and no more, put together as its own index does: the rest of it is fetch, cookies, caches and
 * WebSockets, and reading those takes longer than opening the database.
 */
const undiciAsClient = {
  name: 'undici-as-client',
  resolveId: (id) => (id === 'undici' ? '\0undici-as-client' : undefined),
  load(id) {
    if (id !== '\0undici-as-client') return undefined;
    const part = (name) => JSON.stringify(require.resolve(`undici/lib/${name}.js`));
    return `
      import Dispatcher from ${part('dispatcher/dispatcher')};
      import api from ${part('api/index')};
      Object.assign(Dispatcher.prototype, api);
      export { default as Pool } from ${part('dispatcher/pool')};
      export { default as errors } from ${part('core/errors')};
    `;
  },
};

/** The program as a few files that start quickly: what only some commands need is in files of its own. */
export async function bundle(root) {
  const build = await rolldown({
    input: { main: join(root, 'src/main.ts') },
    platform: 'node',
    external: EXTERNAL,
    plugins: [undiciAsClient, unitsAtOnce()],
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
    content: file.type === 'chunk' ? file.code : file.source,
    isEntry: file.type === 'chunk' && file.isEntry,
  }));
  // A published package has no examples folder.
  files.push({
    fileName: 'examples/echo-bot/bot.mjs',
    content: readFileSync(join(root, '../../examples/echo-bot/bot.mjs')),
    isEntry: false,
  });
  return files;
}
