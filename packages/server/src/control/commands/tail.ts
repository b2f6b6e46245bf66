import { z } from 'zod';
import { canAdminister } from '#domain/user/administrator.ts';
import { openFeed } from '#live/feed.ts';
import { fits } from '#live/feed-filter.ts';
import { type FeedItem, feedCall, feedDelivery, feedEvent, feedMessage, feedNotice } from '#live/feed-item.ts';
import { defineStream } from '../definition.ts';
import { bot, botCalled } from '../terms/bot.ts';
import { sinceMs } from '../terms/event.ts';
import { isTold, pastDeliveries } from '../terms/feed-past.ts';
import { person, personCalled } from '../terms/names.ts';

const watching = z.strictObject({ kind: z.literal('watching'), url: z.string() });

export default defineStream({
  summary:
    'Tells everything that happens from now on: messages, events for bots, their delivery, and calls that were refused.',
  body: z.strictObject({
    as: person.optional().describe('Through whose eyes; everything unless it is said'),
    sinceMs: sinceMs.optional().describe('First the deliveries of so many milliseconds before now, 500 events at most'),
    bot: bot.optional().describe('Only what is for a bot, or by it'),
    chatId: z.number().int().positive().optional().describe('Only what is in a chat'),
    isFailed: z.boolean().default(false).describe('Only deliveries and calls that failed'),
  }),
  line: z.discriminatedUnion('kind', [watching, feedMessage, feedEvent, feedDelivery, feedCall, feedNotice]),
  async run(portal, { as, sinceMs, bot, chatId, isFailed }, lines) {
    const { portalId, store, clock } = portal;
    const viewer = as === undefined ? undefined : await store.read((work) => personCalled(work, portalId, as));
    const found = bot === undefined ? undefined : await store.read((work) => botCalled(work, portalId, bot));
    const filter = { bot: found, chatId, isFailed };

    // The head of an answer leaves with its first line; whoever waits for it knows that nothing is missed from there on.
    lines.send({ kind: 'watching', url: portal.url() });
    // What happens while the past is looked up is told after it.
    let missed: FeedItem[] | undefined = [];
    const tell = (item: FeedItem) => (missed ? missed.push(item) : fits(item, filter) && lines.send(item));
    const feed = openFeed(portal, tell, viewer?.id);
    lines.onClose(() => feed.close());
    const isForViewer = viewer === undefined || canAdminister(viewer);
    const past =
      sinceMs === undefined || !isForViewer ? [] : await pastDeliveries(portal, clock.now() - sinceMs, filter);
    for (const item of past) if (fits(item, filter)) lines.send(item);
    const meanwhile = missed;
    missed = undefined;
    for (const item of meanwhile) if (!isTold(item, past)) tell(item);
  },
});
