import { z } from 'zod';
import type { KeptCall } from '#live/call-log/kept-call.ts';
import { eventCause } from '#live/event-cause.ts';
import { ANSWERS } from '#storage/receiver-states.ts';

/*
 * How events go to a receiver, and what of its calls was refused.
 */

const count = z.number().int().nonnegative();

const time = z.number().nullable();

export const receiver = {
  waiting: count.describe('Events that wait to be delivered'),
  lagMs: z.number().describe('Milliseconds since the oldest of them happened; 0 when none waits'),
  kept: z
    .strictObject({
      count,
      unconfirmed: count.describe('Of them, those that were fetched and not confirmed'),
      lagMs: z.number().describe('Milliseconds since the oldest of them happened; 0 when there is none'),
    })
    .describe('Of one that fetches its events: those that wait until it does, or has confirmed them'),
  fetchedAt: time.describe('When somebody last asked for its events, to the minute; null: nobody has'),
  failures: count.describe('Events in a row that failed, each counted once however often it was tried'),
  lastFailure: z
    .strictObject({
      at: z.number().describe('Milliseconds since 1970'),
      status: z.number().nullable().describe('HTTP status of the answer; null: there was none'),
      error: z.string().nullable().describe('What went wrong, in words; null: it was answered'),
      cause: eventCause,
    })
    .nullable()
    .describe('The last failed try, while its event is kept'),
  dead: count.describe('Events that were given up and are kept, for seven days'),
  retries: z.boolean().describe('false: what fails is not tried again'),
  pausedAt: time.describe('Since when nothing is sent because somebody wants it so; null: it is sent'),
  nextTryAt: time.describe('When what failed is tried again; null: nothing waits for that'),
  lastSuccessAt: time.describe(
    `When it last took an event; null: none of the last ${ANSWERS} events that bots took was its own`,
  ),
  answerMs: z
    .strictObject({ p50: z.number(), p95: z.number(), p99: z.number() })
    .nullable()
    .describe(
      `Milliseconds that it takes to answer half of its events, all but one in twenty, and all but one in a hundred: of those among the last ${ANSWERS} that bots took`,
    ),
};

export const refusedCalls = z
  .strictObject({
    count,
    last: z.strictObject({
      id: z.number(),
      at: z.number(),
      method: z.string(),
      code: z.string(),
      reason: z.string(),
    }),
  })
  .nullable();

export function presentRefused(refused: { readonly count: number; readonly last: KeptCall } | undefined) {
  if (!refused) return null;
  const { id, at, method, error } = refused.last;
  const last = { id, at, method, code: error?.code ?? '', reason: error?.message ?? '' };
  return { count: refused.count, last };
}
