import { expect, onTestFinished, test } from 'vitest';
import { OK, startRawServer } from './test/raw-server.ts';
import { startDelivery } from './test/start-delivery.ts';

/* A bot that changes its way to fetching and back: each change is seen by what is sent before it is told (V38). */

const BOT = 1;

/** `isFetching` is asked before each event. */
async function sending(isFetching: (look: number, delivery: () => Promise<void>) => boolean) {
  const handler = await startRawServer((socket) => socket.write(OK));
  let looks = 0;
  const changed = () => started.delivery.interventions.change(BOT, async () => undefined);
  const started = await startDelivery(() => {
    looks += 1;
    return isFetching(looks, changed) ? undefined : handler.url;
  });
  onTestFinished(() => handler.close());
  const { happen, delivery, clock } = started;
  await happen(BOT, BOT, BOT);
  await delivery.settled();
  const heard = () => handler.received.map((request) => Number(/webhook-id: evt_(\d+)/i.exec(request)?.[1]));
  return { heard, clock, delivery };
}

test('of a receiver that goes back to being called before its change is told, no event passes an earlier one', async () => {
  const { heard, clock, delivery } = await sending((look) => look === 1);
  expect(heard()).toEqual([]);
  clock.advance(1_000);
  await delivery.settled();
  expect(heard()).toEqual([1, 2, 3]);
});

test('an event that was not sent while a change of its receiver was told is not lost by that', async () => {
  const { heard, clock, delivery } = await sending((look, change) => {
    if (look === 1) void change();
    return look === 1;
  });
  clock.advance(1_000);
  await delivery.settled();
  expect(heard()).toEqual([1, 2, 3]);
});

test('what is still to be sent, by the outbox, to a receiver that fetches is looked at once a second', async () => {
  let seen = 0;
  const { heard, clock, delivery } = await sending((look) => {
    seen = look;
    return true;
  });
  for (let second = 0; second < 3; second += 1) {
    const before = seen;
    clock.advance(1_000);
    await delivery.settled();
    expect(seen - before).toBe(1);
  }
  expect(heard()).toEqual([]);
});
