#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { keepCompiled } from './compile-cache.mjs';

// On SQLite units of work run without promises, for which the program is built once more.
const name = process.argv.some((argument) => argument.startsWith('--database')) ? 'main-postgres' : 'main';
const dist = fileURLToPath(new URL('../dist/', import.meta.url));

// A checkout has the sources and may have no bundle yet, or an old one. A published package has the bundle alone.
const isCheckout = existsSync(fileURLToPath(new URL('../src/', import.meta.url)));
process.env.BOTYARD_CALLED ??= isCheckout ? fileOfCheckout() : 'botyard';
if (isCheckout) {
  const { freshBundle } = await import('./fresh-bundle.mjs');
  const { freshPages } = await import('./fresh-pages.mjs');
  await Promise.all([freshBundle(name), startsPortal() && freshPages()]).catch((error) => {
    console.error(`The sources cannot be bundled. ${error.message}`);
    process.exit(1);
  });
}

keepCompiled(dist);
createRequire(import.meta.url)(`${dist}${name}.cjs`);

/** Nothing but a portal shows pages. */
function startsPortal() {
  return process.argv.slice(2).some((argument) => argument === 'start');
}

/** `./botyard` where it lies in this folder, else with the way to it. */
function fileOfCheckout() {
  const file = fileURLToPath(new URL('../../../botyard', import.meta.url));
  return relative(process.cwd(), file) === 'botyard' ? './botyard' : file;
}
