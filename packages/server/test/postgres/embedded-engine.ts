import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';

const FOLDER = fileURLToPath(new URL('../../../../node_modules/.cache/botyard/', import.meta.url));

/**
 * The engine makes a cluster of its own at every start, which takes several seconds of processor time; an image of a new
 * one takes a quarter of it. Threads that find none each make one: the last to finish leaves its own.
 */
export async function startEngine(): Promise<PGlite> {
  const file = join(FOLDER, `pglite-${packageVersion()}.tar`);
  if (existsSync(file)) return PGlite.create({ loadDataDir: new Blob([readFileSync(file)]) });
  const engine = await PGlite.create();
  const image = await engine.dumpDataDir('none');
  mkdirSync(FOLDER, { recursive: true });
  const unfinished = `${file}.${randomUUID()}`;
  writeFileSync(unfinished, Buffer.from(await image.arrayBuffer()));
  renameSync(unfinished, file);
  return engine;
}

/** Its package.json is not among what the package exports. */
function packageVersion(): string {
  const packageFile = new URL('../package.json', import.meta.resolve('@electric-sql/pglite'));
  return (JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string }).version;
}
