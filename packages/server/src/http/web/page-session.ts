import { z } from 'zod';

/** What the pages know from the start: who looks, and where. Stands in the document. */
export const pageSessionSchema = z.object({
  userId: z.number().int(),
  name: z.string().describe('In full'),
  sessionId: z.number().int().describe('Of this browser, among those in which they are signed in'),
  csrf: z.string().describe('Shows with every call that it comes from a page of ours'),
  isAdmin: z.boolean(),
  isExtranet: z.boolean(),
  ownBotIds: z
    .array(z.number().int())
    .describe('Bots that they registered: what those are sent and call is theirs to see'),
  language: z.string().describe('Two letters; empty: as the browser says'),
  showsPictures: z.boolean().describe('Pictures of other hosts can be had at `/pictures`'),
  origins: z.array(z.string()).describe('Where programs call the portal: addresses that begin so are ours'),
});

export type PageSession = Readonly<z.infer<typeof pageSessionSchema>>;
