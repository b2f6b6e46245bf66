import { z } from 'zod';
import { canAdminister } from '#domain/user/administrator.ts';
import { type FeedSource, openFeed } from '#live/feed.ts';
import { type FeedFilter, fits } from '#live/feed-filter.ts';
import {
  type FeedItem,
  feedCall,
  feedDelivery,
  feedEvent,
  feedMessage,
  feedNotice,
  feedNotification,
} from '#live/feed-item.ts';
import type { ControlledPortal } from '../controlled-portal.ts';
import { defineStream } from '../definition.ts';
import { botInSight, type Sight, sightOf } from '../sight.ts';
import { bot } from '../terms/bot.ts';
import { sinceMs } from '../terms/event.ts';
import { isTold, pastCalls, pastDeliveries } from '../terms/feed-past.ts';
import { person, personCalled } from '../terms/names.ts';

const watching = z.strictObject({ kind: z.literal('watching'), url: z.string() });

export default defineStream({
  pages: 'person',
  summary:
    'Tells everything that happens from now on: messages, notifications, events for bots, their delivery, and calls that were refused.',
  body: z.strictObject({
    as: person.optional().describe('Through whose eyes; everything unless it is said'),
    sinceMs: sinceMs
      .optional()
      .describe('First the deliveries and refused calls of so many milliseconds before now, 500 of each at most'),
    bot: bot.optional().describe('Only what is for a bot, or by it; unless it is said, all that are in sight'),
    chatId: z.number().int().positive().optional().describe('Only what is in a chat'),
    isCalls: z.boolean().default(false).describe('Also calls with which nothing is wrong'),
    isFailed: z.boolean().default(false).describe('Only deliveries and calls that failed'),
  }),
  line: z.discriminatedUnion('kind', [
    watching,
    feedMessage,
    feedNotification,
    feedEvent,
    feedDelivery,
    feedCall,
    feedNotice,
  ]),
  async run(portal, { as, sinceMs, bot, chatId, isCalls, isFailed }, lines, asker) {
    const { portalId, store, clock } = portal;
    const sight = await sightOf(portal, asker);
    const viewer =
      as === undefined || sight.kind !== 'everything'
        ? undefined
        : await store.read((work) => personCalled(work, portalId, as));
    const found = await botInSight(portal, sight, bot);
    const bots = found ? [found] : sight.kind === 'everything' ? undefined : sight.bots;
    const filter = { bots, chatId, isFailed };

    // The head of an answer leaves with its first line; whoever waits for it knows that nothing is missed from there on.
    lines.send({ kind: 'watching', url: portal.url() });
    // What happens while the past is looked up is told after it.
    let missed: FeedItem[] | undefined = [];
    const tell = (item: FeedItem) =>
      missed ? missed.push(item) : fits(item, filter) && isSeen(item, sight) && lines.send(item);
    const source = isCalls ? { ...portal, hub: withEveryCall(portal) } : portal;
    const feed = openFeed(source, tell, viewer?.id);
    lines.onClose(() => feed.close());
    const isForViewer = viewer === undefined || canAdminister(viewer);
    const past =
      sinceMs === undefined || !isForViewer ? [] : await pastOf(portal, clock.now() - sinceMs, filter, isCalls);
    for (const item of past) if (fits(item, filter) && isSeen(item, sight)) lines.send(item);
    const meanwhile = missed;
    missed = undefined;
    for (const item of meanwhile) if (!isTold(item, past)) tell(item);
  },
});

/** A program with bots of others, too, says only in the log which of them a call is about: there it is looked up. */
function isSeen(item: FeedItem, sight: Sight): boolean {
  if (sight.kind === 'everything' || item.kind !== 'call') return true;
  return item.receiverIds.every((id) => sight.bots.some(({ receiverId }) => receiverId === id));
}

async function pastOf(portal: ControlledPortal, since: number, filter: FeedFilter, isCalls: boolean) {
  const deliveries = await pastDeliveries(portal, since, filter);
  const calls = await pastCalls(portal, since, filter, isCalls);
  return [...deliveries, ...calls].sort((a, b) => a.at - b.at);
}

/** What happens, calls with which nothing is wrong among it. */
function withEveryCall({ hub, calls }: ControlledPortal): FeedSource['hub'] {
  return {
    subscribe(listener) {
      const ends = [
        hub.subscribe((happening) => happening.kind !== 'call' && listener(happening)),
        calls.watch((call) => listener({ kind: 'call', call })),
      ];
      return () => {
        for (const end of ends) end();
      };
    },
  };
}
