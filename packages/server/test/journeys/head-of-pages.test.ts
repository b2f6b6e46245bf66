import { afterAll, beforeAll, expect, it } from 'vitest';
import { browserOf } from '../scenes/sign-in.ts';
import { createWorld, type World } from '../world.ts';

/*
 * Programs that watch over a page, preview a link or check it ask for the head of its answer alone.
 */

let world: World;
let cookie: string;
beforeAll(async () => {
  world = await createWorld();
  ({ cookie } = await browserOf(world, world.alice.id));
});
afterAll(() => world.close());

/** What differs from one answer to the next, and what belongs to the connection. */
const PASSING = ['date', 'connection', 'keep-alive', 'content-length', 'transfer-encoding', 'content-security-policy'];

async function ask(method: 'GET' | 'HEAD', path: string, headers: Record<string, string> = {}) {
  const response = await fetch(world.app.url + path, { method, headers, redirect: 'manual' });
  const text = await response.text();
  const told = [...response.headers].filter(([name]) => !PASSING.includes(name));
  return { text, told: { status: response.status, headers: Object.fromEntries(told) } };
}

it.each([
  '/',
  '/chat/chat1',
  '/deliveries',
  '/api/im.message.add',
  '/login',
  '/logout',
  '/icon.svg',
  '/openapi.json',
  '/invite/nosuchcode',
  '/web/assets/nothing.js',
  '/nothing-here',
])('the head of %s is that of the whole page, for whoever asks', async (path) => {
  for (const headers of [{}, { cookie }]) {
    const [head, whole] = [await ask('HEAD', path, headers), await ask('GET', path, headers)];
    expect(head.text).toBe('');
    expect(head.told).toEqual(whole.told);
  }
});

it('the head of a link that signs in is there to be had, and leaves the link to the person', async () => {
  const link = world.app.links.make(world.bob.id);
  expect(await ask('HEAD', link)).toMatchObject({ text: '', told: { status: 200 } });
  expect((await ask('HEAD', link)).told.headers).not.toHaveProperty('set-cookie');
  expect((await ask('GET', link)).told).toMatchObject({ status: 303, headers: { location: '/' } });
});

it('asks for nothing that is given out once or waited for', async () => {
  expect((await ask('HEAD', '/oauth/token?grant_type=authorization_code&code=a')).told.status).toBe(404);
  expect((await ask('HEAD', '/livechat/any/conversation?wait=25')).told.status).toBe(404);
});

it('an address that there is not is told to a person on a page in their language, to a program as an error', async () => {
  const accept = 'text/html,application/xhtml+xml';
  const page = await ask('GET', '/nothing-here', { accept, 'accept-language': 'de-DE' });
  expect(page.told.status).toBe(404);
  expect(page.text).toContain('Unter dieser Adresse gibt es nichts');
  expect((await ask('GET', '/nothing-here')).text).toContain('"error":"NOT_FOUND"');
});
