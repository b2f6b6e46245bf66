import { z } from 'zod';
import { othersTurn } from '#kit/others-turn.ts';
import { VERSION } from '#kit/version.ts';
import { NO_BOT } from '#live/call-log/find-calls.ts';
import type { KeptCall } from '#live/call-log/kept-call.ts';
import { portalStatus } from '#storage/portal-status.ts';
import { ANSWERS } from '#storage/receiver-states.ts';
import type { Store } from '#storage/store.ts';
import { defineCommand } from '../definition.ts';
import { portalState, stateOf } from '../terms/portal-state.ts';

const count = z.number().int().nonnegative();

const time = z.number().nullable();

const receiver = {
  waiting: count.describe('Events that wait to be delivered'),
  lagMs: z.number().describe('Milliseconds since the oldest of them happened; 0 when none waits'),
  failures: count.describe('Events in a row that failed, each counted once however often it was tried'),
  lastFailure: z
    .strictObject({
      at: z.number().describe('Milliseconds since 1970'),
      status: z.number().nullable().describe('HTTP status of the answer; null: there was none'),
      error: z.string().nullable().describe('What went wrong, in words; null: it was answered'),
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
    .strictObject({ p50: z.number(), p99: z.number() })
    .nullable()
    .describe(
      `Milliseconds that it takes to answer half of its events, and all but one in a hundred: of those among the last ${ANSWERS} that bots took`,
    ),
};

const refusedCalls = z
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

export default defineCommand({
  pages: 'administrator',
  summary: 'Says how the portal is doing.',
  body: z.strictObject({}),
  answer: z.strictObject({
    version: z.string(),
    url: z.string().describe('Where the portal is called from outside'),
    uptimeMs: count,
    ...portalState.shape,
    faults: count.describe('Errors that calls are made to fail with'),
    people: count.describe('People who are not dismissed'),
    bots: z
      .array(
        z.strictObject({
          id: z.number(),
          name: z.string(),
          code: z.string(),
          isInstalled: z.boolean().describe('false: its application is not installed yet, and it is told nothing'),
          refusedCalls: refusedCalls.describe('Its REST calls of the last day that were refused; null: none was'),
          ...receiver,
        }),
      )
      .describe('By id, hidden ones too'),
    strayCalls: refusedCalls.describe(
      'Calls of the last day for bots that were refused and belong to none: a wrong CLIENT_ID, a wrong code of a webhook; null: none was',
    ),
    laggards: z
      .array(
        z.strictObject({
          kind: z.enum(['application', 'webhook']),
          name: z.string(),
          address: z.string().describe('Without path and query'),
          ...receiver,
        }),
      )
      .describe('Addresses of applications and outgoing webhooks for which events wait or fail'),
    events: z
      .strictObject({
        pending: count,
        kept: count.describe('For bots that fetch them'),
        delivered: count,
        dead: count,
        dropped: count,
      })
      .describe('How many events are in which state'),
  }),
  async run(portal) {
    const { store, clock, portalId, startedAt, url, faults } = portal;
    const inTurn: Store['readWith'] = async (look) => {
      await othersTurn();
      return store.readWith(look);
    };
    const status = await portalStatus(inTurn, portalId, clock.now());
    const uptimeMs = Math.round(clock.monotonic() - startedAt);
    const state = await stateOf(portal);
    const refused = await portal.calls.refusedByBot();
    const bots = status.bots.map((bot) => ({ ...bot, refusedCalls: presentRefused(refused.get(bot.id)) }));
    const strayCalls = presentRefused(refused.get(NO_BOT));
    return { version: VERSION, url: url(), uptimeMs, ...state, faults: faults.all.length, ...status, bots, strayCalls };
  },
});

function presentRefused(refused: { readonly count: number; readonly last: KeptCall } | undefined) {
  if (!refused) return null;
  const { id, at, method, error } = refused.last;
  const last = { id, at, method, code: error?.code ?? '', reason: error?.message ?? '' };
  return { count: refused.count, last };
}
