import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';

/** Comes with binaries of its own, which it finds beside itself. */
const EXTERNAL = ['@photostructure/sqlite'];

/** The program as a few files that start quickly: what only some commands need is in files of its own. */
export async function bundle(root) {
  const build = await rolldown({
    input: { main: join(root, 'src/main.ts') },
    platform: 'node',
    external: EXTERNAL,
    logLevel: 'warn',
  });
  const { output } = await build.generate({
    // For bin/compile-cache.mjs; and as it was written, since what is compiled already gains nothing by being shorter.
    format: 'cjs',
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name]-[hash].cjs',
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
