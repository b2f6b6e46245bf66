import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type World } from '../../test/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

test('the page at the address loads nothing from anywhere, and its policy says so', async () => {
  const response = await fetch(`${world.app.url}/`);
  const page = await response.text();
  const policy = response.headers.get('content-security-policy') ?? '';
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(policy).toContain("default-src 'none'");
  expect(page).not.toMatch(/<(?:script|link|img|iframe)|https?:\/\//);
  const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(page) ?? [];
  expect(policy).toContain(`style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`);
  expect(page).not.toContain(world.app.cast.webhooks[0]?.code);
});

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
