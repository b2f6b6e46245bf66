import { z } from 'zod';
import { openFeed } from '#live/feed.ts';
import { defineControlCommand } from '../definition.ts';
import { LineStream } from '../line-stream.ts';

/** Everything that happens from now on: messages, events for bots, and what became of their delivery. */
export const tailCommand = defineControlCommand({
  name: 'tail',
  body: z.object({}),
  async run(portal) {
    const lines = new LineStream();
    // The head of an answer leaves with its first line; whoever waits for it knows that nothing is missed from there on.
    lines.send({ kind: 'watching', url: portal.url() });
    const feed = openFeed(portal, (item) => lines.send(item));
    lines.onClose(() => feed.close());
    return lines;
  },
});
