import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../../../../', import.meta.url));

export function pathOf(name: string): string {
  return join(repository, name);
}

export function textOf(name: string): string {
  return readFileSync(pathOf(name), 'utf8');
}

/** What stands in the fenced blocks of a document, by language. */
export function blocks(document: string, language: string): string[] {
  return Array.from(
    document.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm')),
    ([, text = '']) => text,
  );
}

export interface ShownFile {
  readonly path: string;
  readonly text: string;
}

const SHOWN = /^`(packages\/[^`]+)`\n\n```ts\n([\s\S]*?)```$/gm;

/** Whole files that a document shows, each under its path. */
export function shownFiles(document: string): ShownFile[] {
  return Array.from(document.matchAll(SHOWN), ([, path = '', text = '']) => ({ path, text }));
}

/** The document with the files in it as they are now. */
export function withFilesAsTheyAre(document: string): string {
  return document.replace(SHOWN, (_, path: string) => `\`${path}\`\n\n\`\`\`ts\n${textOf(path)}\`\`\``);
}
