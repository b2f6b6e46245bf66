import { stat, statfs } from 'node:fs/promises';
import { z } from 'zod';
import { callLogFile } from '#storage/data-files.ts';
import { defineCommand } from '../definition.ts';

const bytes = z.number().int().nonnegative().nullable();

export default defineCommand({
  pages: 'administrator',
  summary: 'Says where the portal is kept, and how much room there is.',
  body: z.strictObject({}),
  answer: z.strictObject({
    directory: z.string().nullable().describe('null: in memory alone, it is gone when the portal stops'),
    database: z.string().nullable().describe('A file, or the address of a server without its password'),
    databaseBytes: bytes.describe('null: it is elsewhere'),
    callLogBytes: bytes.describe('Of the log of calls, which is kept for a day'),
    calls: z.number().int().describe('In that log'),
    freeBytes: bytes.describe('On the disk of the directory'),
    wholeBytes: bytes,
  }),
  async run({ place, calls }) {
    const { kept } = await calls.count();
    if (!place) return { ...NOWHERE, calls: kept };
    const { directory, databaseFile, databaseAddress } = place;
    const disk = await statfs(directory).catch(() => undefined);
    return {
      directory,
      database: databaseFile ?? databaseAddress ?? null,
      databaseBytes: databaseFile === undefined ? null : await sizeOf(databaseFile),
      callLogBytes: databaseFile === undefined ? null : await sizeOf(callLogFile(databaseFile) ?? ''),
      calls: kept,
      freeBytes: disk ? disk.bavail * disk.bsize : null,
      wholeBytes: disk ? disk.blocks * disk.bsize : null,
    };
  },
});

const NOWHERE = {
  directory: null,
  database: null,
  databaseBytes: null,
  callLogBytes: null,
  freeBytes: null,
  wholeBytes: null,
};

/** With what is written beside it until it is put in; null: there is none. */
async function sizeOf(file: string): Promise<number | null> {
  const sizes = await Promise.all([file, `${file}-wal`].map((one) => stat(one).catch(() => undefined)));
  return sizes[0] ? sizes.reduce((sum, one) => sum + (one?.size ?? 0), 0) : null;
}
