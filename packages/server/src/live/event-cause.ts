import { z } from 'zod';
import { CAUSE_KINDS } from '#domain/event-cause.ts';

/** As data, so that a page says it in the language of whoever reads. */
export const eventCause = z
  .strictObject({
    kind: z.enum(CAUSE_KINDS),
    values: z.record(z.string(), z.string()).describe('What stands in its words: a host, a status, a number'),
  })
  .nullable()
  .describe('The same as a kind; null: the words are all that is known');
