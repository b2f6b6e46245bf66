import { z } from 'zod';
import { fullName } from '#domain/user/user.ts';
import { othersTurn } from '#kit/others-turn.ts';
import { deliveryHour } from '#storage/delivery-hour.ts';
import { receiverStates } from '#storage/receiver-states.ts';
import type { Store } from '#storage/store.ts';
import { defineCommand } from '../../definition.ts';
import { isInSight, sightOf } from '../../sight.ts';
import { listBot, listedBot } from '../../terms/listed-bot.ts';
import { presentRefused, receiver, refusedCalls } from '../../terms/receiver-state.ts';

const count = z.number().int().nonnegative();

export default defineCommand({
  pages: 'person',
  summary: 'Says how bots are doing: what waits, how fast they answer, and which of their calls were refused.',
  body: z.strictObject({}),
  answer: z.strictObject({
    bots: z
      .array(
        listedBot.extend({
          ...receiver,
          registeredBy: z.string().describe('Who registered it; empty: nobody who is known'),
          address: z.string().describe('Where its messages are sent, without path and query; empty: it fetches them'),
          delivered: count.describe('Within the last hour'),
          failedTries: count.describe('The same of tries in vain'),
          refusedCalls: refusedCalls.describe('Its REST calls of the last day that were refused; null: none was'),
        }),
      )
      .describe('By id, hidden ones too'),
  }),
  async run(portal, _, asker) {
    const { store, clock, portalId } = portal;
    const sight = await sightOf(portal, asker);
    const bots = (await store.read((work) => work.bots.listOfPortal(portalId))).filter(({ receiverId }) =>
      isInSight(sight, receiverId),
    );
    const inTurn: Store['readWith'] = async (look) => {
      await othersTurn();
      return store.readWith(look);
    };
    const states = await receiverStates(inTurn, clock.now());
    const receiverIds = bots.map(({ receiverId }) => receiverId);
    const { delivered, failedTries } = await deliveryHour(inTurn, clock.now(), receiverIds);
    const refused = await portal.calls.refusedByBot();
    return store.read(async (work) => {
      const told = [];
      for (const bot of bots) {
        const owner = await work.users.findUser(bot.registeredBy);
        const handler =
          bot.generation === 'v1' ? await work.handlers.findBound(bot.applicationId, 'messageAdded') : undefined;
        const url = handler?.url ?? bot.webhookUrl;
        told.push({
          ...(await listBot(work, bot)),
          ...states.of(bot.receiverId),
          registeredBy: owner ? fullName(owner) : '',
          address: url === '' ? '' : new URL(url).origin,
          delivered: delivered.get(bot.receiverId) ?? 0,
          failedTries: failedTries.get(bot.receiverId) ?? 0,
          refusedCalls: presentRefused(refused.get(bot.id)),
        });
      }
      return { bots: told };
    });
  },
});
