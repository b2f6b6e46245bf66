import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Beside the built program; in a checkout that runs from its sources, where the build puts it. */
const PLACES = ['./pages/', '../../../dist/pages/'];

/** A file of the build, whole and compressed; it has its content in its name and never changes. */
export interface BuiltFile {
  readonly type: string;
  readonly plain: Buffer;
  /** undefined: it is no smaller. */
  readonly brotli: Buffer | undefined;
  readonly gzip: Buffer | undefined;
}

/** What the document of the pages has to name. */
export interface Entry {
  readonly script: string;
  readonly styles: readonly string[];
  /** Scripts and fonts that are needed at once, and would be found late. */
  readonly preloads: readonly string[];
}

interface ManifestPart {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly css?: readonly string[];
  readonly assets?: readonly string[];
  readonly imports?: readonly string[];
}

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  woff2: 'font/woff2',
  json: 'application/json; charset=utf-8',
};

/** The pages as they were built by bin/fresh-pages.mjs; read when somebody first opens one. */
export class BuiltPages {
  readonly #folder: string | undefined;
  readonly #files = new Map<string, BuiltFile>();
  #names: ReadonlySet<string> | undefined;
  #entry: Entry | undefined;

  constructor(folder = placeOfBuild()) {
    this.#folder = folder;
  }

  /** undefined: nobody has built them. */
  entry(): Entry | undefined {
    if (this.#folder === undefined) return undefined;
    this.#entry ??= entryIn(JSON.parse(readFileSync(join(this.#folder, 'manifest.json'), 'utf8')));
    return this.#entry;
  }

  /** @param name as the build has named it, `main-Bq3x.js` */
  file(name: string): BuiltFile | undefined {
    const folder = this.#folder;
    if (folder === undefined) return undefined;
    this.#names ??= new Set(readdirSync(join(folder, 'assets')));
    if (!this.#names.has(name)) return undefined;
    const known = this.#files.get(name);
    if (known) return known;
    const read = (ending: string) =>
      this.#names?.has(name + ending) ? readFileSync(join(folder, 'assets', name + ending)) : undefined;
    const plain = read('');
    const type = TYPES[name.slice(name.lastIndexOf('.') + 1)];
    if (!plain || type === undefined) return undefined;
    const file = { type, plain, brotli: read('.br'), gzip: read('.gz') };
    this.#files.set(name, file);
    return file;
  }
}

function placeOfBuild(): string | undefined {
  return PLACES.map((place) => fileURLToPath(new URL(place, import.meta.url))).find((path) =>
    existsSync(join(path, 'manifest.json')),
  );
}

function entryIn(manifest: Readonly<Record<string, ManifestPart>>): Entry {
  const [, main] = Object.entries(manifest).find(([, { isEntry }]) => isEntry) ?? [];
  if (!main) throw new Error('The manifest of the built pages names no entry');
  const parts = [main, ...(main.imports ?? []).flatMap((name) => manifest[name] ?? [])];
  return {
    script: main.file,
    styles: parts.flatMap(({ css = [] }) => css),
    preloads: parts.slice(1).map(({ file }) => file),
  };
}
