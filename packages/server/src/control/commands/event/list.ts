import { z } from 'zod';
import { eventName, userDefinitionOf } from '#api/terms/event/names.ts';
import { withTurns } from '#kit/others-turn.ts';
import type { StoredEvent } from '#storage/stores/stored-event.ts';
import { defineCommand } from '../../definition.ts';
import { botInSight, receiversOf, sightOf } from '../../sight.ts';
import { bot } from '../../terms/bot.ts';
import { eventSummary, presentSummary, sinceMs, textIn } from '../../terms/event.ts';
import { AT_ONCE, searchEvents } from '../../terms/event-search.ts';

const RESULTS = ['delivered', 'pending', 'again', 'dead', 'dropped', 'kept'] as const;
type Result = (typeof RESULTS)[number];

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
    result: z.enum(RESULTS).optional().describe('again: it failed and is tried again'),
    text: z.string().max(200).optional().describe('In what was written or called, in its name; or its id, its chat’s'),
    limit: z.number().int().min(1).max(1_000).default(50),
    before: z.number().int().positive().optional().describe('Only older ones than this event'),
  }),
  answer: z.strictObject({ events: z.array(eventSummary) }),
  async run(portal, { bot: name, isFailed, sinceMs, result, text, limit, before }, asker) {
    const sight = await sightOf(portal, asker);
    const receiverIds = receiversOf(sight, await botInSight(portal, sight, name));
    const since = sinceMs === undefined ? 0 : portal.clock.now() - sinceMs;
    const query = { receiverIds, isFailed, since, limit, before, ...wantedOf(result, text) };
    const found = await searchEvents(portal, query);
    const events = [];
    for await (const event of withTurns(found, AT_ONCE)) events.push(await presentSummary(portal, event));
    return { events };
  },
});

/** Each event is looked into where its result or words matter. */
function wantedOf(result: Result | undefined, text: string | undefined): { matches?: (event: StoredEvent) => boolean } {
  const words = text?.trim().toLowerCase() ?? '';
  if (result === undefined && words === '') return {};
  return { matches: (event) => hasResult(event, result) && hasWords(event, words) };
}

function hasResult({ state, attempts }: StoredEvent, result: Result | undefined): boolean {
  if (result === 'again') return state === 'pending' && attempts > 0;
  return result === undefined || state === result;
}

function hasWords({ id, lane, event }: StoredEvent, words: string): boolean {
  if (words === '' || String(id) === words || `chat${lane}` === words) return true;
  const names = [eventName(event.type, 'v1'), eventName(event.type, 'v2'), userDefinitionOf(event.type)?.name ?? ''];
  return [...names, textIn(event) ?? ''].some((one) => one.toLowerCase().includes(words));
}
