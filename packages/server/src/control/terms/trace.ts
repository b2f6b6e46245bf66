import { z } from 'zod';
import { talkers } from '#live/hearer.ts';
import { wholeCall } from './call.ts';
import { eventSummary } from './event.ts';
import { eventTry } from './event-try.ts';

/*
 * What a message, or a press of a button under it, set in motion.
 */

const at = z.number().describe('Milliseconds since 1970');

const returned = wholeCall.extend({
  isDuring: z.boolean().describe('It began while the handler was open, before that had answered'),
  isStray: z.boolean().describe('It was refused and says of no bot that it made it: it may be why nothing came back'),
});

const tracedEvent = z.strictObject({
  event: eventSummary,
  isFetched: z.boolean().describe('It is not sent: its bot fetches it'),
  tries: z.array(eventTry).describe('Oldest first'),
  calls: z.array(returned).describe('That its bot made in return, oldest first'),
});

export const tracedAct = z.strictObject({
  what: z
    .enum(['wrote', 'command', 'pressed', 'menu', 'changed', 'deleted', 'joined', 'sent again', 'test', 'called'])
    .describe('called: no bot was told of it, only the call is known'),
  at,
  userId: z.number().describe('0: nobody that is known'),
  user: z.string(),
  text: z.string().describe('What was written, typed as a command, or stands on the button'),
  messageId: z.number().describe('The message that it is about'),
  call: wholeCall
    .nullable()
    .describe('The REST call by which it was done; null: by none, it is not kept or not in sight'),
  events: z.array(tracedEvent),
  shown: z
    .array(
      z.strictObject({
        messageId: z.number(),
        at,
        what: z.enum(['added', 'changed', 'deleted']),
        people: z.array(z.string()).describe('On whose open pages'),
        windows: z.number(),
      }),
    )
    .describe('When what was written came to open pages, as far as that is remembered'),
});

export const tracedMessage = z.strictObject({
  id: z.number(),
  chatId: z.number(),
  chat: z.string().describe('Its title, or who talks to whom'),
  talkers,
  at,
  authorId: z.number(),
  author: z.string(),
  isByBot: z.boolean(),
  text: z.string(),
});
