import { expect, onTestFinished, test } from 'vitest';
import { amount } from '../../test/amount.ts';
import { OK, startRawServer } from './test/raw-server.ts';
import { startDelivery } from './test/start-delivery.ts';

/*
 * Hundreds of receivers whose handlers hang, beside some that answer. What happens is told by its order, not by its time.
 */

const HANGING = Array.from({ length: amount({ usual: 250, full: 1_000 }) }, (_, i) => 100 + i);
const [QUICK, NEW, NEWER] = [1, 2, 3];
/** No wait before a retry is longer than its second and a fifth of it. */
const FIRST_RETRY = 1_200;

async function besideHanging() {
  const deaf = await startRawServer(() => undefined);
  const answering = await startRawServer((socket) => socket.write(OK));
  const { clock, started, tries, happen } = await startDelivery((id) => (id < 100 ? answering : deaf).url);
  // First of all: what is on the wire would be waited for.
  onTestFinished(async () => {
    await deaf.close();
    await answering.close();
  });
  const until = async (isSo: () => boolean) => {
    while (!isSo()) await new Promise(setImmediate);
  };
  const answered = () => answering.received.length;
  const failed = () => tries.filter(({ end }) => end.kind === 'again').length;
  /** Something happens at a healthy one; resolves when it has heard of it. */
  const hear = async (receiverId: number) => {
    const before = answered();
    await happen(receiverId);
    await until(() => answered() > before);
  };
  await hear(QUICK);
  await happen(...HANGING);
  await until(() => deaf.received.length === HANGING.length);
  return { clock, started, failed, hear, until };
}

test('a new receiver hears its first event while hundreds hang and none of them has given its place back', async () => {
  const { failed, hear } = await besideHanging();
  await hear(NEW);
  await hear(QUICK);
  expect(failed()).toBe(0);
});

test('nobody waits until all that ran out of time together are ended', async () => {
  const { clock, failed, hear, until } = await besideHanging();
  clock.advance(10_000);
  await hear(QUICK);
  await hear(NEW);
  expect(failed()).toBeLessThan(HANGING.length);
  await until(() => failed() === HANGING.length);
});

test('nobody waits until all that are due again are tried, nor for the places that they get', async () => {
  const { clock, started, failed, hear, until } = await besideHanging();
  clock.advance(10_000);
  await until(() => failed() === HANGING.length);
  started.length = 0;
  clock.advance(FIRST_RETRY);
  await hear(QUICK);
  await hear(NEW);
  expect(started).toContain(NEW);
  expect(started.length).toBeLessThan(HANGING.length);
  await until(() => started.length === HANGING.length + 2);
  await hear(NEWER);
  expect(failed()).toBe(HANGING.length);
});
