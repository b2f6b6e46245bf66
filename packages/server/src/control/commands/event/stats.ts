import { z } from 'zod';
import { othersTurn } from '#kit/others-turn.ts';
import { deliveryHour } from '#storage/delivery-hour.ts';
import { receiverStates } from '#storage/receiver-states.ts';
import type { Store } from '#storage/store.ts';
import { defineCommand } from '../../definition.ts';
import { botInSight, receiversOf, sightOf } from '../../sight.ts';
import { bot } from '../../terms/bot.ts';

const count = z.number().int().nonnegative();
const answerMs = z.strictObject({ p50: z.number(), p95: z.number(), p99: z.number() }).nullable();

export default defineCommand({
  pages: 'person',
  summary: 'Says how delivery went in the last hour.',
  body: z.strictObject({ bot: bot.optional() }),
  answer: z.strictObject({
    waiting: count.describe('Events that wait to be delivered'),
    lagMs: z.number().describe('Milliseconds since the oldest of them happened; 0 when none waits'),
    dead: count.describe('Events that were given up and are kept, for seven days'),
    delivered: count,
    failedTries: count.describe('Among the newest 10,000 tries that are kept'),
    answerMs: answerMs.describe('Milliseconds that handlers took; null: nothing was delivered'),
    spans: z
      .array(z.strictObject({ at: z.number(), delivered: count, failedTries: count, dead: count, answerMs }))
      .describe('Twelve of five minutes, oldest first'),
  }),
  async run(portal, { bot: name }, asker) {
    const { store, clock } = portal;
    const sight = await sightOf(portal, asker);
    const receiverIds = receiversOf(sight, await botInSight(portal, sight, name));
    const inTurn: Store['readWith'] = async (look) => {
      await othersTurn();
      return store.readWith(look);
    };
    const { spans, answerMs } = await deliveryHour(inTurn, clock.now(), receiverIds);
    const states = await receiverStates(inTurn, clock.now());
    const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
    const each = receiverIds ? receiverIds.map((id) => states.of(id)) : [states];
    return {
      waiting: sum(each.map(({ waiting }) => waiting)),
      lagMs: Math.max(0, ...each.map(({ lagMs }) => lagMs)),
      dead: sum(each.map(({ dead }) => dead)),
      delivered: sum(spans.map(({ delivered }) => delivered)),
      failedTries: sum(spans.map(({ failedTries }) => failedTries)),
      answerMs,
      spans: spans.map((span) => ({ ...span })),
    };
  },
});
