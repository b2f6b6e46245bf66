import { LANE_LIMIT } from '#delivery/lanes.ts';
import { outbox } from '#storage/stores/outbox.ts';
import { receiverOf } from './receiver-of.ts';
import type { World } from './world.ts';

/** No chat of a test has this number. */
const LANE = 9;

/** So many events that wait for a bot, all in one dialog. */
export async function addBacklog(world: World, botId: number, count: number): Promise<void> {
  const receiverId = await receiverOf(world, botId);
  await world.app.store.writeWith((session) =>
    session.exec(`
      insert into event (receiver_id, lane, type, facts, created_at)
      with recursive n(i) as (select 1 union all select i + 1 from n where i < ${count})
      select ${receiverId}, ${LANE}, 'botDeleted', '{"userId":1,"code":"echo"}', 0 from n`),
  );
}

/** Tells delivery of the first of them: so many that it does not buffer all, and knows that there are others. */
export async function tellOfBacklog(world: World, botId: number): Promise<void> {
  const receiverId = await receiverOf(world, botId);
  const first = await world.app.store.readWith((session) => outbox(session).listPending(receiverId, 0, 2 * LANE_LIMIT));
  await world.app.store.write(async (work) => {
    for (const { id, lane, event } of first.filter((one) => one.lane === LANE)) {
      const recorded = { portalId: 1, eventId: id, receiverId, lane, event, subscriptionId: null };
      work.announce({ type: 'eventRecorded', ...recorded, from: 0, isFetched: false });
    }
  });
}
