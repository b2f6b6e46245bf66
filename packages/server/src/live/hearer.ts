import { z } from 'zod';

const hearer = z
  .strictObject({
    kind: z.enum(['bot', 'person', 'application', 'webhook', 'nobody']).describe('nobody: it is gone'),
    name: z.string().describe('Its name or title, the number of an outgoing webhook'),
  })
  .describe('Who it is, as data');

export type Hearer = Readonly<z.infer<typeof hearer>>;

/** Who hears of an event: a bot, an address of an application, an outgoing webhook. */
export const receiver = { receiverId: z.number(), receiver: z.string().describe('Who it is, in words'), hearer };

export const talkers = z.array(z.string()).describe('Who talks to whom in a private chat; empty: it has a title');
