import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { Complaint } from '#kit/complaint.ts';
import { VERSION } from '#kit/version.ts';

/** What a backup says of itself, as its first file. */
export const MANIFEST = 'backup.json';
const FORMAT = 1;

const manifest = z.object({
  format: z.number(),
  version: z.string().describe('Of the program that made it'),
  madeAt: z.number().describe('Milliseconds since 1970'),
  database: z.enum(['sqlite', 'postgres']),
});

export type Manifest = Readonly<z.infer<typeof manifest>>;

export function manifestText(madeAt: number, database: Manifest['database']): string {
  return JSON.stringify({ format: FORMAT, version: VERSION, madeAt, database } satisfies Manifest);
}

/**
 * @param file which it was in
 * @throws Complaint when that is not a backup, or one of a newer program
 */
export async function readManifest(path: string, file: string): Promise<Manifest> {
  const found = manifest.safeParse(jsonOf(await readFile(path, 'utf8').catch(() => '')));
  if (!found.success) throw new Complaint(`${file} is no backup of Botyard`);
  if (found.data.format > FORMAT)
    throw new Complaint(`${file} was made by a newer Botyard (${found.data.version}). Restore it with that version`);
  return found.data;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
