#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { keepCompiled } from './compile-cache.mjs';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));

// A checkout has the sources and may have no bundle yet, or an old one. A published package has the bundle alone.
if (existsSync(fileURLToPath(new URL('../src/', import.meta.url)))) {
  const { freshBundle } = await import('./fresh-bundle.mjs');
  await freshBundle().catch((error) => {
    console.error(`The sources cannot be bundled. ${error.message}`);
    process.exit(1);
  });
}

keepCompiled(dist);
createRequire(import.meta.url)(`${dist}main.cjs`);
