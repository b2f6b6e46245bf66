import { z } from 'zod';
import { openFeed } from '#live/feed.ts';
import { feedCall, feedDelivery, feedEvent, feedMessage, feedNotice } from '#live/feed-item.ts';
import { defineStream } from '../definition.ts';
import { person, personCalled } from '../terms/names.ts';

const watching = z.strictObject({ kind: z.literal('watching'), url: z.string() });

export default defineStream({
  summary:
    'Tells everything that happens from now on: messages, events for bots, their delivery, and calls that were refused.',
  body: z.strictObject({ as: person.optional().describe('Through whose eyes; everything unless it is said') }),
  line: z.discriminatedUnion('kind', [watching, feedMessage, feedEvent, feedDelivery, feedCall, feedNotice]),
  async run(portal, { as }, lines) {
    const viewer =
      as === undefined ? undefined : await portal.store.read((work) => personCalled(work, portal.portalId, as));

    // The head of an answer leaves with its first line; whoever waits for it knows that nothing is missed from there on.
    lines.send({ kind: 'watching', url: portal.url() });
    const feed = openFeed(portal, (item) => lines.send(item), viewer?.id);
    lines.onClose(() => feed.close());
  },
});
