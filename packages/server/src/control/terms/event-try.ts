import { z } from 'zod';
import { eventCause } from '#live/event-cause.ts';
import type { Attempt } from '#storage/stores/attempts.ts';
import type { StoredEvent } from '#storage/stores/stored-event.ts';
import { toldOfTry } from './event-cause.ts';

const phase = z.number().nullable();

/** A try as it is told. */
export const eventTry = z.strictObject({
  at: z.number().describe('When it had ended, milliseconds since 1970'),
  reason: z.string().describe('What came of it, in words'),
  cause: eventCause,
  status: z.number().nullable().describe('HTTP status of the answer; null: there was none'),
  answer: z.string().nullable().describe('Its first 4 KiB; what is no text is shown by its numbers'),
  request: z
    .strictObject({
      url: z.string().describe('Without the values of its query'),
      headers: z.array(z.strictObject({ name: z.string(), value: z.string() })),
      body: z.string(),
    })
    .nullable()
    .describe('As it was sent, with *** for what is secret; null: nothing was sent, or too much at once to keep this'),
  ms: z.strictObject({
    waited: phase.describe('Since the event happened, or since the try before'),
    connect: phase.describe('Until there was a connection'),
    firstByte: phase.describe('Until the answer began'),
    whole: z.number(),
  }),
});

/** Oldest first. The last one of an event that was sent and arrived is known from the event, where it is not kept itself. */
export function presentTries(event: StoredEvent, kept: readonly Attempt[]): z.infer<typeof eventTry>[] {
  const isSent = event.state === 'delivered' && event.status !== null;
  const all = isSent && kept.at(-1)?.at !== event.finishedAt ? [...kept, arrivalOf(event)] : kept;
  let before = event.createdAt;
  return all.map((one) => {
    const { at, status, answer, durationMs: whole, sent } = one;
    const waited = Math.max(0, at - whole - before);
    before = at;
    const request = sent && {
      url: sent.url,
      headers: sent.headers.map(([name, value]) => ({ name, value })),
      body: sent.body,
    };
    const ms = { waited, connect: sent?.connectMs ?? null, firstByte: sent?.firstByteMs ?? null, whole };
    return { at, ...toldOfTry(one), status, answer, request, ms };
  });
}

function arrivalOf({ id: eventId, finishedAt, durationMs, status }: StoredEvent): Attempt {
  return {
    eventId,
    at: finishedAt ?? 0,
    durationMs: durationMs ?? 0,
    status,
    error: null,
    cause: null,
    answer: null,
    sent: null,
  };
}
