import { expect, onTestFinished } from 'vitest';
import { because } from '#domain/event-cause.ts';
import { manualClock } from '#kit/clock.ts';
import { systemRandom } from '#kit/random.ts';
import { secretsWithKey } from '#storage/secrets.ts';
import { openSqlite } from '#storage/sqlite-store.ts';
import { Delivery } from '../delivery.ts';
import type { Tried } from '../delivery-options.ts';
import { createHandlerClient } from '../handler-client.ts';

const ELSEWHERE = Symbol('elsewhere');

/** undefined: the receiver fetches its events now. */
type UrlOf = (receiverId: number, eventId: number) => string | undefined;

/** Delivery over a store of its own, without a portal: receivers are numbers, and `urlOf` says where each hears. */
export async function startDelivery(urlOf: UrlOf) {
  const clock = manualClock();
  const store = await openSqlite(':memory:', {
    clock,
    random: systemRandom,
    secrets: secretsWithKey(new Uint8Array(32)),
  });
  const tries: Tried[] = [];
  /** Receivers, in the order in which tries began. */
  const started: number[] = [];
  const delivery = new Delivery({
    store,
    clock,
    random: systemRandom,
    client: createHandlerClient({ clock, policy: { allowPrivate: true, allowedNetworks: [] } }),
    render: async (_, { receiverId, id }) => {
      started.push(receiverId);
      const url = urlOf(receiverId, id);
      return url === undefined ? ELSEWHERE : { name: 'E', url, body: 'a=1', contentType: 'text/plain', secret: 's' };
    },
    whyNobody: async () => because('receiver-gone', 'gone'),
    isAlone: true,
    chores: [],
    onTrying: () => undefined,
    onTried: (tried) => tries.push(tried),
    onNotice: () => undefined,
    onError: (error) => expect.unreachable(String(error)),
  });
  store.onCommit((changes) => {
    for (const change of changes) if (change.type === 'eventRecorded') delivery.take(change);
  });
  await delivery.start();
  onTestFinished(async () => {
    await delivery.close();
    await store.close();
  });
  /** Something happens that all of these are to hear. */
  const happen = (...receiverIds: readonly number[]) =>
    store.write(async (work) => {
      const event = { type: 'botDeleted', userId: 1, code: 'echo' } as const;
      for (const receiverId of receiverIds) {
        const eventId = await work.events.insertEvent(receiverId, 1, event, work.now);
        const recorded = { portalId: 1, eventId, receiverId, lane: 1, event };
        work.announce({ type: 'eventRecorded', ...recorded, subscriptionId: null, from: 0, isFetched: false });
      }
    });
  return { clock, delivery, started, tries, happen };
}
