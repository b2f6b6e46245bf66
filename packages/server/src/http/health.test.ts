import { expect, test } from 'vitest';
import { createWorld } from '../../test/world.ts';

test('/health is 200 while the portal answers and 503 while it stops', async () => {
  const own = await createWorld();
  expect((await fetch(`${own.app.url}/health`)).status).toBe(200);
  expect((await fetch(`${own.app.url}/health`, { method: 'HEAD' })).status).toBe(200);
  const handler = await own.handler();
  const { promise: isStopping, resolve: stopIsUnderWay } = withResolvers();
  const { promise: hasArrived, resolve: arrived } = withResolvers();
  handler.answer = async () => {
    arrived();
    await isStopping;
    // A bot calls back while the portal finishes what is on the wire.
    const { status } = await own.alice.call('profile');
    return { status };
  };
  await own.alice.ok('im.message.add', { DIALOG_ID: await own.bot({ handler }), MESSAGE: 'the last word' });
  await hasArrived;
  const closed = own.close();
  expect((await fetch(`${own.app.url}/health`)).status).toBe(503);
  stopIsUnderWay();
  await closed;
  expect(handler.received).toHaveLength(1);
});

function withResolvers(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
