import { z } from 'zod';

/** What methods of generation 2 answer that only do something (V22). */
export const doneSchema = z.object({ result: z.literal(true) });

export const DONE = { result: true } as const;
