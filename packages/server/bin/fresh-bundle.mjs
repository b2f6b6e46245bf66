import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { modified, newestSource } from './newest-source.mjs';
import { writeWholeFile } from './whole-file.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');

/** What a bundle is made from, beside the sources: the packages that are bundled along, what is copied, and this. */
const ALSO = [
  'package.json',
  'bin/fresh-bundle.mjs',
  'bin/write-bundle.mjs',
  'bin/bundle.mjs',
  'bin/deferred-zod.cjs',
  'bin/zod-parts.mjs',
  'bin/units-at-once.mjs',
  'bin/quick-spreads.mjs',
  '../../docs/reference/openapi.json',
  '../../node_modules/.package-lock.json',
];

/** Parts of earlier bundles stay for processes that still run from them, and go after so many milliseconds. */
const KEEP_OLD = 24 * 60 * 60 * 1000;

/** Makes the bundle `name` when there is none or a source is newer. Several processes may do so at once. */
export async function freshBundle(name) {
  const madeAt = modified(join(dist, `${name}.cjs`));
  const files = ALSO.map((file) => join(root, file));
  if (madeAt !== undefined && newestSource([join(root, 'src')], files) <= madeAt) return;
  await writtenBesides(name);
}

/** In a process of its own: a server would keep the memory that bundling took, several times its own. */
async function writtenBesides(name) {
  const file = fileURLToPath(new URL('write-bundle.mjs', import.meta.url));
  const writer = spawn(process.execPath, [file, name], { stdio: ['ignore', 'inherit', 'pipe'] });
  const [complaint, [code]] = await Promise.all([text(writer.stderr), once(writer, 'close')]);
  if (code !== 0) throw new Error(complaint.trim());
}

export async function writeBundle(name) {
  // What changes while it is made is newer than it.
  const begun = new Date();
  const { bundle } = await import('./bundle.mjs');
  const files = await bundle(root, name);
  // The entry last: its parts have their content in their names, so that two bundles never mix.
  for (const { fileName, content } of files.sort((a, b) => Number(a.isEntry) - Number(b.isEntry)))
    writeWholeFile(join(dist, fileName), content);
  utimesSync(join(dist, `${name}.cjs`), begun, begun);
  sweep(new Set(files.map(({ fileName }) => fileName)), begun);
}

function sweep(wanted, now) {
  for (const folder of [dist, join(dist, '.compiled')]) {
    for (const entry of existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : []) {
      const path = join(folder, entry.name);
      if (entry.isFile() && !wanted.has(entry.name) && (modified(path) ?? 0) < now.getTime() - KEEP_OLD)
        rmSync(path, { force: true });
    }
  }
}
