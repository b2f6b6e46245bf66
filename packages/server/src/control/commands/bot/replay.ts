import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import type { Bot } from '#domain/bot/bot.ts';
import { fetchLettersAgain } from '#domain/event-queue/fetch-again.ts';
import type { ControlledPortal } from '../../controlled-portal.ts';
import { defineCommand } from '../../definition.ts';
import { bot, botCalled, deliveryOfBot, presentDelivery } from '../../terms/bot.ts';
import { sinceMs } from '../../terms/event.ts';

/** Dead letters in one unit: everybody else's writes wait for so long. */
const STEP = 500;

export default defineCommand({
  pages: 'administrator',
  summary:
    'Sends all dead letters of a bot again, under their old ids and in their old order. A bot that fetches its events can fetch them again.',
  body: z.strictObject({ bot, sinceMs: sinceMs.optional().describe('Only those given up so long ago at most') }),
  answer: deliveryOfBot.extend({
    replayed: z.number().describe('How many dead letters are on their way, or can be fetched, again'),
  }),
  async run(portal, { bot, sinceMs }) {
    const found = await portal.store.read((work) => botCalled(work, portal.portalId, bot));
    const since = sinceMs === undefined ? 0 : portal.clock.now() - sinceMs;
    const replayed = await (found.eventMode === 'fetch' ? offerAgain : sendAgain)(portal, found, since);
    return { ...(await presentDelivery(portal, found)), replayed };
  },
});

/** In one change: nothing newer may go out while older ones are still dead. */
function sendAgain({ delivery }: ControlledPortal, { receiverId }: Bot, since: number): Promise<number> {
  return delivery.change(receiverId, (write) =>
    inSteps((after) => write((box) => box.updateRevivedOf(receiverId, after, since, STEP))),
  );
}

function offerAgain({ store, portalId }: ControlledPortal, { receiverId }: Bot, since: number): Promise<number> {
  return inSteps((after) =>
    store.write((work) => fetchLettersAgain(work, { portalId, receiverId }, { after, since, limit: STEP })),
  );
}

/** `step` does it for {@link STEP} after that one, and answers which they were. */
async function inSteps(step: (after: number) => Promise<number[]>): Promise<number> {
  let count = 0;
  for (let after = 0; ; ) {
    const ids = await step(after);
    count += ids.length;
    if (ids.length < STEP) return count;
    after = Math.max(...ids);
    await setImmediate();
  }
}
