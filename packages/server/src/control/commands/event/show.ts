import { z } from 'zod';
import { Complaint } from '#kit/complaint.ts';
import { eventArchive } from '#storage/stores/event-archive.ts';
import type { StoredEvent } from '#storage/stores/stored-event.ts';
import type { ControlledPortal } from '../../controlled-portal.ts';
import { defineCommand } from '../../definition.ts';
import { WrongRequest } from '../../problem.ts';
import { callsIn, type Sight, sightOf } from '../../sight.ts';
import { type CallSummary, callSummary, presentCalls } from '../../terms/call.ts';
import { eventCalled, eventId, eventSummary, presentSummary, toPending, triesOf } from '../../terms/event.ts';
import { eventTry, presentTries } from '../../terms/event-try.ts';
import { checkIsSent } from '../../terms/fetched-event.ts';

/** More than an event can have in a day, of retries by hand too. */
const MOST_TRIES = 200;

export default defineCommand({
  pages: 'person',
  summary: 'Shows all that is kept of an event: what was sent at each try, what was answered, and why it failed.',
  body: z.strictObject({
    id: eventId,
    isPrepared: z.boolean().default(false).describe('Also as it would go out now, with tokens that work'),
  }),
  answer: z.strictObject({
    event: eventSummary,
    tries: z.array(eventTry).describe('Oldest first'),
    cause: callSummary.nullable().describe('The REST call that caused it; null: it was none, or is not kept'),
    calls: z.array(callSummary).describe('REST calls of its bot that began while it was being delivered, oldest first'),
    resentAs: z.array(z.number()).describe('Events by which it was sent anew'),
    prepared: z
      .strictObject({
        url: z.string(),
        headers: z.array(z.strictObject({ name: z.string(), value: z.string() })),
        body: z.string(),
      })
      .nullable()
      .describe('Secret: its tokens open the portal. null: it was not asked for'),
  }),
  async run(portal, { id, isPrepared }, asker) {
    const sight = await sightOf(portal, asker);
    const event = await eventCalled(portal, id, sight);
    if (isPrepared && sight.kind !== 'everything')
      throw new WrongRequest('forbidden', 'Only administrators see an event with tokens that work');
    if (isPrepared) await checkIsSent(portal, event);
    const prepared = isPrepared ? await portal.delivery.prepare(toPending(event)) : undefined;
    if (isPrepared && !prepared)
      throw new Complaint(`Event ${id} cannot be made now: nobody is there to hear it, or what it tells of is gone`);
    return {
      event: await presentSummary(portal, event),
      ...(await callsAbout(portal, event, sight)),
      tries: presentTries(event, await triesOf(portal, id, MOST_TRIES)),
      resentAs: await portal.store.readWith((session) => eventArchive(session).listResendings(id)),
      prepared: prepared
        ? {
            url: prepared.url,
            headers: Object.entries(prepared.headers).map(([name, value]) => ({ name, value })),
            body: prepared.text,
          }
        : null,
    };
  },
});

/** So much before it was written down can a call have begun that caused it. */
const EARLIER = 60_000;
const MOST_CALLS = 50;

async function callsAbout(portal: ControlledPortal, { id, createdAt, finishedAt }: StoredEvent, sight: Sight) {
  const until = finishedAt ?? portal.clock.now();
  const found = await portal.calls.list({
    ...callsIn(sight),
    eventId: id,
    since: createdAt - EARLIER,
    until,
    limit: MOST_CALLS,
  });
  const calls = (await presentCalls(portal, found)).reverse();
  const isCause = ({ events }: CallSummary) => events.includes(id);
  return { cause: calls.find(isCause) ?? null, calls: calls.filter((call) => !isCause(call)) };
}
