import { expect, onTestFinished, test } from 'vitest';
import { manualClock } from '#kit/clock.ts';
import { systemRandom } from '#kit/random.ts';
import { secretsWithKey } from '#storage/secrets.ts';
import { openSqlite } from '#storage/sqlite-store.ts';
import { Delivery } from './delivery.ts';
import { createHandlerClient } from './handler-client.ts';
import { type Answering, OK, startRawServer } from './test/raw-server.ts';

const MINUTE = 60_000;
const RECEIVER = 21;

/** A delivery of its own store to a handler, and what is needed to give it something to do. */
async function startDelivery(answer: Answering) {
  const clock = manualClock();
  const store = await openSqlite(':memory:', {
    clock,
    random: systemRandom,
    secrets: secretsWithKey(new Uint8Array(32)),
  });
  const server = await startRawServer(answer);
  const delivery = new Delivery({
    store,
    clock,
    random: systemRandom,
    client: createHandlerClient({ clock, policy: { allowPrivate: true, allowedNetworks: [] } }),
    render: async () => ({ name: 'E', url: server.url, body: 'a=1', contentType: 'text/plain', secret: 's' }),
    whyNobody: async () => 'gone',
    isAlone: true,
    chores: [],
    onTried: () => undefined,
    onNotice: () => undefined,
    onError: (error) => expect.unreachable(String(error)),
  });
  store.onCommit((changes) => {
    for (const change of changes) if (change.type === 'eventRecorded') delivery.take(change);
  });
  await delivery.start();
  onTestFinished(async () => {
    await delivery.close();
    await server.close();
    await store.close();
  });
  const after = async (milliseconds: number) => {
    clock.advance(milliseconds);
    await delivery.settled();
  };
  const happen = async () => {
    const event = { type: 'botDeleted', userId: 1, code: 'echo' } as const;
    await store.write(async (work) => {
      const eventId = await work.events.insertEvent(RECEIVER, 1, event, work.now);
      const recorded = { portalId: 1, eventId, receiverId: RECEIVER, lane: 1, event };
      work.announce({ type: 'eventRecorded', ...recorded, subscriptionId: null, from: 0, isFetched: false });
    });
    await delivery.settled();
  };
  return { delivery, server, after, happen };
}

test('a receiver with nothing to do is not kept in memory, and is served again when there is something', async () => {
  const { delivery, server, after, happen } = await startDelivery((socket) => socket.write(OK));
  await happen();
  expect(delivery.workers).toBe(1);
  await after(MINUTE);
  expect(delivery.workers).toBe(1);
  await after(10 * MINUTE);
  expect(delivery.workers).toBe(0);
  await happen();
  expect(server.received).toHaveLength(2);
});

test('a receiver that waits for its next try is kept', async () => {
  const { delivery, after, happen } = await startDelivery((socket) =>
    socket.write('HTTP/1.1 503 No\r\nContent-Length: 0\r\n\r\n'),
  );
  await happen();
  for (let i = 0; i < 12; i += 1) await after(MINUTE);
  expect(delivery.workers).toBe(1);
});

test('what a receiver said of its end is remembered', async () => {
  const { delivery, after, happen } = await startDelivery((socket) =>
    socket.write('HTTP/1.1 410 Gone\r\nContent-Length: 0\r\n\r\n'),
  );
  await happen();
  await after(20 * MINUTE);
  expect(delivery.workers).toBe(1);
  await after(24 * 60 * MINUTE);
  expect(delivery.workers).toBe(0);
});
