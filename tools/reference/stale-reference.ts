import { readdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { staleFile } from '../stale-file.ts';
import { clientTypes } from './client-types.ts';
import { eventPage, indexPage, methodPage, typesPage } from './method-page.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const REFERENCE = join(ROOT, 'docs/reference');
const CLIENT = join(ROOT, 'packages/client/src/types.generated.ts');
/** Made by others. */
const OTHERS = ['control.md'];

/** Paths of the reference and of the client's types that are not what the definitions say; with `write` they are put right. */
export async function staleReference(write: boolean): Promise<string[]> {
  const files = await referenceFiles();
  const gone = readdirSync(REFERENCE).filter((name) => !(name in files) && !OTHERS.includes(name));
  if (write) for (const name of gone) rmSync(join(REFERENCE, name));
  return [
    ...Object.entries(files).flatMap(([name, text]) => staleFile(join(REFERENCE, name), text, write)),
    ...gone.map((name) => relative(process.cwd(), join(REFERENCE, name))),
    ...staleFile(CLIENT, clientTypes(await documented()), write),
  ];
}

async function documented() {
  // Not before the indexes are up to date.
  const [{ methods }, { events }, { documentedOf }] = await Promise.all([
    import('../../packages/server/src/api/methods.generated.ts'),
    import('../../packages/server/src/api/events.generated.ts'),
    import('../../packages/server/src/api/reference/documented.ts'),
  ]);
  return documentedOf(methods, events);
}

async function referenceFiles(): Promise<Record<string, string>> {
  const { openApiOf } = await import('../../packages/server/src/api/reference/openapi.ts');
  const { systemErrors } = await import('../../packages/server/src/api/kernel/call/api-error.ts');
  const all = await documented();
  // What some of them say of the case is left open.
  const errors = Object.values(systemErrors).map((make) => make('...' as never));
  return {
    'README.md': indexPage(all, errors),
    'types.md': typesPage(all),
    'openapi.json': inLines(openApiOf(all)),
    ...Object.fromEntries(all.methods.map((one) => [`${one.method.name}.md`, methodPage(one)])),
    ...Object.fromEntries(all.events.map((one) => [`${one.event.name}.md`, eventPage(one)])),
  };
}

/** A line for each operation and each component: a change of one is a change of its line. */
function inLines(value: unknown, depth = 3, indent = ''): string {
  if (depth === 0 || typeof value !== 'object' || value === null || Array.isArray(value)) return JSON.stringify(value);
  const entries = Object.entries(value);
  if (entries.length === 0) return '{}';
  const lines = entries.map(
    ([key, one]) => `${indent} ${JSON.stringify(key)}: ${inLines(one, depth - 1, `${indent} `)}`,
  );
  return `{\n${lines.join(',\n')}\n${indent}}${depth === 3 ? '\n' : ''}`;
}
