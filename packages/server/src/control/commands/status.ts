import { z } from 'zod';
import { othersTurn } from '#kit/others-turn.ts';
import { VERSION } from '#kit/version.ts';
import { NO_BOT } from '#live/call-log/find-calls.ts';
import { portalStatus } from '#storage/portal-status.ts';
import type { Store } from '#storage/store.ts';
import { defineCommand } from '../definition.ts';
import { eventMode } from '../terms/event-mode.ts';
import { portalState, stateOf } from '../terms/portal-state.ts';
import { presentRefused, receiver, refusedCalls } from '../terms/receiver-state.ts';

const count = z.number().int().nonnegative();

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
          events: eventMode,
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
          kind: z.enum(['application', 'webhook', 'person']),
          name: z.string(),
          address: z.string().describe('Without path and query; empty: of a person there is none'),
          ...receiver,
        }),
      )
      .describe(
        'Addresses of applications and outgoing webhooks for which events wait or fail, and people who have their events kept by `im.v2.Event.subscribe` while no program fetches them',
      ),
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
