import { rmSync } from 'node:fs';
import { writeBundle } from './fresh-bundle.mjs';
import { writePages } from './fresh-pages.mjs';

// Nothing of earlier bundles is published, nor what a machine has compiled for itself.
rmSync(new URL('../dist/', import.meta.url), { recursive: true, force: true });
for (const name of ['main', 'main-postgres']) await writeBundle(name);
await writePages();
