import { z } from 'zod';
import { withTurns } from '#kit/others-turn.ts';
import { defineCommand } from '../../definition.ts';
import { botInSight, receiversOf, sightOf } from '../../sight.ts';
import { bot } from '../../terms/bot.ts';
import { eventSummary, presentSummary, sinceMs } from '../../terms/event.ts';
import { AT_ONCE, searchEvents } from '../../terms/event-search.ts';

export default defineCommand({
  pages: 'person',
  summary: 'Lists events, the newest first: on their way, delivered within a day, given up within a week.',
  body: z.strictObject({
    bot: bot.optional(),
    isFailed: z
      .boolean()
      .default(false)
      .describe('Only those of which a try failed: given up, dropped, or tried again'),
    sinceMs: sinceMs.optional().describe('Only what is on its way, or ended so long ago at most'),
    limit: z.number().int().min(1).max(1_000).default(50),
    before: z.number().int().positive().optional().describe('Only older ones than this event'),
  }),
  answer: z.strictObject({ events: z.array(eventSummary) }),
  async run(portal, { bot: name, isFailed, sinceMs, limit, before }, asker) {
    const sight = await sightOf(portal, asker);
    const receiverIds = receiversOf(sight, await botInSight(portal, sight, name));
    const since = sinceMs === undefined ? 0 : portal.clock.now() - sinceMs;
    const found = await searchEvents(portal, { receiverIds, isFailed, since, limit, before });
    const events = [];
    for await (const event of withTurns(found, AT_ONCE)) events.push(await presentSummary(portal, event));
    return { events };
  },
});
