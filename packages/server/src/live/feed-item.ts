import { z } from 'zod';
import { eventCause } from './event-cause.ts';
import { receiver } from './hearer.ts';

/*
 * What somebody who watches the portal is shown, in words and not only in ids.
 */

const at = z.number().describe('Milliseconds since 1970');
const chatId = z.number().describe('0: no chat');

export const feedMessage = z.strictObject({
  kind: z.literal('message'),
  what: z.enum(['added', 'changed', 'deleted']),
  at,
  id: z.number(),
  chatId,
  chat: z.string().describe('Its title, or who talks to whom'),
  authorId: z.number().describe('0: the portal itself'),
  author: z.string().describe('Empty: the portal itself'),
  text: z.string(),
  attach: z.array(z.string()).describe('Its attachments as lines of text'),
  buttons: z
    .array(z.strictObject({ text: z.string(), does: z.string().describe('A command, a link or an action') }))
    .describe('The buttons under it, in their order'),
  params: z.record(z.string(), z.unknown()).describe('All that it carries beside its text, as it is kept'),
});

/** Somebody was told something beside their chats. */
export const feedNotification = z.strictObject({
  kind: z.literal('notification'),
  at,
  id: z.number(),
  userId: z.number(),
  user: z.string().describe('Who was told'),
  authorId: z.number().describe('0: the portal itself'),
  author: z.string().describe('Empty: the portal itself'),
  text: z.string(),
  attach: z.array(z.string()).describe('Its attachments as lines of text'),
});

/** A receiver is going to be told something. */
export const feedEvent = z.strictObject({
  kind: z.literal('event'),
  at,
  id: z.number(),
  chatId,
  ...receiver,
  name: z.string().describe('As the receiver sees it, e.g. ONIMCOMMANDADD'),
});

/** An event was sent to its handler, well or not. */
export const feedDelivery = z.strictObject({
  kind: z.literal('delivery'),
  at,
  eventId: z.number(),
  chatId,
  ...receiver,
  name: z.string(),
  to: z.string().describe('Where to, without path and query: people put secrets there'),
  result: z
    .enum(['delivered', 'again', 'dead', 'dropped'])
    .describe('again: it is tried once more, at `retryAt`; dead: given up; dropped: nobody hears it any more'),
  status: z.number().nullable().describe('HTTP status of the answer; null: there was none'),
  error: z.string().nullable(),
  cause: eventCause,
  durationMs: z.number(),
  retryAt: z.number().nullable(),
});

/** A call: one that was refused, or of which something was left out, unless all of them are asked for. */
export const feedCall = z.strictObject({
  kind: z.literal('call'),
  id: z.number().describe('Its number in the log of calls; 0: it is not kept'),
  at,
  method: z.string(),
  userId: z.number().describe('0: nobody that is known'),
  user: z.string().describe('In whose name, or what a stranger showed'),
  program: z.string().describe('Title or client id of what called; empty: it said none'),
  receiverIds: z.array(z.number()).describe('Of the bots of that program'),
  status: z.number().describe('HTTP status of the answer'),
  durationMs: z.number(),
  code: z.string().nullable().describe('The error that it was answered; null: it succeeded'),
  reason: z.string().nullable(),
  details: z.array(z.string()).describe('What was wrong or left out, and why'),
  chats: z.array(z.number()).describe('That it touched, as far as that is known'),
});

/** What the owner of a receiver should know. */
export const feedNotice = z.strictObject({
  kind: z.literal('notice'),
  at,
  ...receiver,
  what: z
    .enum(['overflow', 'gone'])
    .describe('overflow: too many of its events wait; gone: its handler says that it is there no more'),
  count: z.number().nullable().describe('Events that were given up'),
  until: z.number().nullable().describe('When it is tried again'),
  text: z.string().describe('The same in words'),
});

export type FeedMessage = Readonly<z.infer<typeof feedMessage>>;
export type FeedDelivery = Readonly<z.infer<typeof feedDelivery>>;
export type FeedCall = Readonly<z.infer<typeof feedCall>>;
export type FeedNotice = Readonly<z.infer<typeof feedNotice>>;
export type FeedNotification = Readonly<z.infer<typeof feedNotification>>;
export type FeedItem =
  | FeedMessage
  | FeedNotification
  | Readonly<z.infer<typeof feedEvent>>
  | FeedDelivery
  | FeedCall
  | FeedNotice;
