import { z } from 'zod';
import { eventArchive, type StoredEvent } from '#storage/stores/event-archive.ts';
import type { ControlledPortal } from '../../controlled-portal.ts';
import { defineCommand } from '../../definition.ts';
import { bot, botCalled } from '../../terms/bot.ts';
import { eventSummary, presentSummary, sinceMs } from '../../terms/event.ts';

/** Events that are looked at in one reading, which others wait for. */
const WINDOW = 5_000;

export default defineCommand({
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
  async run(portal, { bot: name, isFailed, sinceMs, limit, before }) {
    const { portalId, store, clock } = portal;
    const receiverId =
      name === undefined ? undefined : (await store.read((work) => botCalled(work, portalId, name))).receiverId;
    const since = sinceMs === undefined ? 0 : clock.now() - sinceMs;
    const found = await search(portal, {
      receiverId,
      isFailed,
      since,
      limit,
      before: before ?? Number.MAX_SAFE_INTEGER,
    });
    const events = [];
    for (const event of found) events.push(await presentSummary(portal, event));
    return { events };
  },
});

interface Search {
  readonly receiverId: number | undefined;
  readonly isFailed: boolean;
  readonly since: number;
  readonly limit: number;
  readonly before: number;
}

/** Window by window: there may be a million of them, and few that fit. */
async function search({ store, portalId }: ControlledPortal, { before, limit, ...query }: Search) {
  const { oldest, newest } = await store.readWith((session) => eventArchive(session).getBounds());
  const found: StoredEvent[] = [];
  for (let below = Math.min(before, newest + 1); below > oldest && found.length < limit; below -= WINDOW) {
    const window = { before: below, from: below - WINDOW, limit: limit - found.length };
    found.push(
      ...(await store.readWith((session) => eventArchive(session).listEvents({ ...query, ...window, portalId }))),
    );
  }
  return found;
}
