import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type World } from '../../test/world.ts';

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const keep = (name: string, mediaType: string) =>
  world.app.store.write((work) =>
    work.images.insertImage(
      world.app.cast.portalId,
      { name, mediaType, content: Buffer.from(PIXEL, 'base64') },
      work.now,
    ),
  );

test('a picture is served as what it is, for ever, and as nothing else', async () => {
  const name = `${'a1'.repeat(16)}.png`;
  await keep(name, 'image/png');
  const response = await fetch(`${world.app.url}/images/${name}`);
  expect(response.status).toBe(200);
  expect(Buffer.from(await response.arrayBuffer()).toString('base64')).toBe(PIXEL);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'image/png',
    'x-content-type-options': 'nosniff',
    'cache-control': 'public, max-age=31536000, immutable',
    'content-security-policy': "default-src 'none'; sandbox",
  });
});

test('what a browser would run is not served, whatever its name', async () => {
  const name = `${'b2'.repeat(16)}.png`;
  await keep(name, 'image/svg+xml');
  expect((await fetch(`${world.app.url}/images/${name}`)).status).toBe(404);
});

test.each(['nobody.png', `${'c3'.repeat(16)}.png`, '..%2f..%2fkey', 'a'.repeat(90), '%00.png'])(
  'there is no picture %s',
  async (name) => {
    expect((await fetch(`${world.app.url}/images/${name}`)).status).toBe(404);
  },
);
