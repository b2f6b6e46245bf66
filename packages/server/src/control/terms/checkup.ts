import { z } from 'zod';
import { KEEPING } from '#delivery/sweeper.ts';
import { VERSION } from '#kit/version.ts';
import type { Checkup } from '#storage/checkup/checkup.ts';
import { ENDS } from '#storage/checkup/questions.ts';
import type { DataPlace } from '#storage/data-files.ts';

const bytes = z.number().nullable();

/** How the data of a portal is. */
export const checkup = z.strictObject({
  version: z.string().describe('Of the program'),
  node: z.string(),
  database: z.string().describe('With its version'),
  schema: z.string().describe('The last step of the schema of its tables'),
  directory: z.string().nullable().describe('Where the data lies; null: in memory'),
  bytes: z.strictObject({
    database: bytes,
    log: bytes.describe('Written and not folded into the database file yet'),
    files: bytes.describe('Of files that were sent and stored; null: they are elsewhere'),
    reusable: bytes.describe('Of the database, what holds nothing any more and is used again'),
    free: bytes.describe('On the disk of the directory'),
  }),
  events: z
    .array(
      z.strictObject({
        end: z.enum(ENDS),
        count: z.number(),
        keptForMs: z.number(),
        past: z.number().describe('So many are forgotten in the next round, which a running portal makes every minute'),
      }),
    )
    .describe('Events that have come to their end and are kept for a while'),
  problems: z.array(z.string()).describe('Each with what to do; empty: all is well'),
});

export type PresentedCheckup = Readonly<z.infer<typeof checkup>>;

export function presentCheckup(
  place: DataPlace | undefined,
  { sizes, free, files, ended, ...found }: Checkup,
): PresentedCheckup {
  return {
    version: VERSION,
    node: process.version,
    database: found.database,
    schema: found.schema,
    directory: place?.directory ?? null,
    bytes: { ...sizes, files, free },
    events: ended.map((one) => ({ ...one, keptForMs: KEEPING[one.end].for })),
    problems: [...found.problems],
  };
}
