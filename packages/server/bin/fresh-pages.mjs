import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { modified, newestSource } from './newest-source.mjs';
import { oneMaker } from './one-maker.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
/** Where the program looks for them: src/http/web/built-pages.ts. */
const PAGES = join(dist, 'pages');
const web = join(root, '../web');
const FOLDERS = [join(web, 'src'), join(root, '../client/src')];
const FILES = [
  join(web, 'vite.config.ts'),
  join(web, 'package.json'),
  join(root, 'bin/fresh-pages.mjs'),
  join(root, '../../node_modules/.package-lock.json'),
];
/** What gains nothing from being compressed once more. */
const COMPRESSED = /\.(?:woff2|png|br|gz)$/;

/** Builds the pages when there are none or a source is newer. */
export async function freshPages() {
  if (!areFresh()) await writtenBesides();
}

function areFresh() {
  const madeAt = modified(join(PAGES, 'manifest.json'));
  return madeAt !== undefined && newestSource(FOLDERS, FILES) <= madeAt;
}

/** In a process of its own: a server would keep the memory that building took. */
async function writtenBesides() {
  const file = fileURLToPath(new URL('write-pages.mjs', import.meta.url));
  const writer = spawn(process.execPath, [file], { stdio: ['ignore', 'ignore', 'pipe'] });
  const [complaint, [code]] = await Promise.all([text(writer.stderr), once(writer, 'close')]);
  if (code !== 0) throw new Error(complaint.trim());
}

/** The same for a process that is there for nothing else; of several, one builds and the others wait for it. */
export async function writeFreshPages() {
  mkdirSync(dist, { recursive: true });
  await oneMaker(join(dist, '.pages-maker'), async () => {
    if (!areFresh()) await writePages();
  });
}

/** Files of earlier builds stay: pages that are open may still ask for them. */
export async function writePages() {
  const draft = join(dist, `.pages-${process.pid}`);
  const { build } = await import('vite');
  await build({
    configFile: join(web, 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir: draft, emptyOutDir: true },
  });
  const assets = join(draft, 'assets');
  await Promise.all(readdirSync(assets).map((name) => compressed(join(assets, name))));
  mkdirSync(join(PAGES, 'assets'), { recursive: true });
  const entries = readdirSync(assets);
  for (const name of entries) renameSync(join(assets, name), join(PAGES, 'assets', name));
  // The last: it names the others.
  renameSync(join(draft, 'manifest.json'), join(PAGES, 'manifest.json'));
  rmSync(draft, { recursive: true, force: true });
  sweep(new Set(entries));
}

async function compressed(path) {
  if (COMPRESSED.test(path)) return;
  const content = readFileSync(path);
  const made = {
    '.br': await promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
    '.gz': await promisify(gzip)(content, { level: 9 }),
  };
  for (const [ending, smaller] of Object.entries(made))
    if (smaller.length < content.length) writeFileSync(path + ending, smaller);
}

/** Milliseconds. */
const KEEP_OLD = 24 * 60 * 60 * 1000;

function sweep(wanted) {
  const assets = join(PAGES, 'assets');
  for (const name of existsSync(assets) ? readdirSync(assets) : []) {
    const path = join(assets, name);
    if (!wanted.has(name) && (modified(path) ?? 0) < Date.now() - KEEP_OLD) rmSync(path, { force: true });
  }
}
