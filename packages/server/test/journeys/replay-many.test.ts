import { expect, it } from 'vitest';
import { outbox } from '#storage/stores/outbox.ts';
import { createControlledWorld } from '../controlled.ts';

const LANES = 20;
const EACH = 500;

it('ten thousand dead letters go out again under their old ids, each dialog in its order', async () => {
  const world = await createControlledWorld();
  const handler = await world.handler();
  const botId = await world.bot({ handler });
  const { store } = world.app;
  const receiverId = await store.read(async (work) => (await work.bots.findBot(botId))?.receiverId ?? 0);
  const ids: number[] = [];
  // As if they had been given up: this is about what comes after that.
  await store.write(async (work) => {
    for (let n = 0; n < EACH; n += 1)
      for (let lane = 1; lane <= LANES; lane += 1) {
        const event = { type: 'botDeleted', userId: world.alice.id, code: `${lane}` } as const;
        ids.push(await work.events.insertEvent(receiverId, lane, event, work.now));
      }
  });
  await store.writeWith(async (session) => {
    for (const id of ids) await outbox(session).updateFinished(id, 'dead', world.clock.now());
  });

  expect(await world.control('bot.replay', { bot: 'test-bot' })).toMatchObject({ replayed: LANES * EACH });
  await world.settled();
  const arrived = handler.received.map(({ headers, body }) => ({
    id: Number(String(headers['webhook-id']).slice(4)),
    lane: body.data.BOT_CODE,
  }));
  expect(arrived.map(({ id }) => id).sort((a, b) => a - b)).toEqual(ids);
  for (let lane = 1; lane <= LANES; lane += 1) {
    const of = arrived.filter((one) => one.lane === `${lane}`).map(({ id }) => id);
    expect(of).toEqual([...of].sort((a, b) => a - b));
  }
  expect(await world.control('event.list', { isFailed: true })).toEqual({ events: [] });
  await world.close();
});
