import { expect, onTestFinished, test } from 'vitest';
import { type Answering, OK, startRawServer } from './test/raw-server.ts';
import { startDelivery } from './test/start-delivery.ts';

const MINUTE = 60_000;
const RECEIVER = 21;

/** A delivery to one handler, and what is needed to give it something to do. */
async function deliveryTo(answer: Answering) {
  const server = await startRawServer(answer);
  onTestFinished(() => server.close());
  const { clock, delivery, happen } = await startDelivery(() => server.url);
  const after = async (milliseconds: number) => {
    clock.advance(milliseconds);
    await delivery.settled();
  };
  return {
    delivery,
    server,
    after,
    async happen() {
      await happen(RECEIVER);
      await delivery.settled();
    },
  };
}

test('a receiver with nothing to do is not kept in memory, and is served again when there is something', async () => {
  const { delivery, server, after, happen } = await deliveryTo((socket) => socket.write(OK));
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
  const { delivery, after, happen } = await deliveryTo((socket) =>
    socket.write('HTTP/1.1 503 No\r\nContent-Length: 0\r\n\r\n'),
  );
  await happen();
  for (let i = 0; i < 12; i += 1) await after(MINUTE);
  expect(delivery.workers).toBe(1);
});

test('what a receiver said of its end is remembered', async () => {
  const { delivery, after, happen } = await deliveryTo((socket) =>
    socket.write('HTTP/1.1 410 Gone\r\nContent-Length: 0\r\n\r\n'),
  );
  await happen();
  await after(20 * MINUTE);
  expect(delivery.workers).toBe(1);
  await after(24 * 60 * MINUTE);
  expect(delivery.workers).toBe(0);
});
