import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addPerson } from '#domain/user/add-person.ts';
import { barriersOn, describeInBrowser } from '../browser.ts';
import { createWorld, type World } from '../world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

/** Asks to go on as Bob, as a browser on the same machine would; what is given stands in the place of its headers. */
function goOnAsBob(
  headers: Readonly<Record<string, string | undefined>> = {},
): Promise<{ cookie: string; at: string }> {
  const own = new URL(world.app.pagesUrl);
  const { port } = new URL(world.app.address);
  const sent = Object.entries({
    host: own.host,
    origin: own.origin,
    'content-type': 'application/x-www-form-urlencoded',
    ...headers,
  }).filter((header): header is [string, string] => header[1] !== undefined);
  return new Promise((resolve, reject) => {
    const asked = request(
      { host: '127.0.0.1', port, path: '/login/as', method: 'POST', headers: Object.fromEntries(sent) },
      (answer) => {
        answer.resume();
        resolve({ cookie: answer.headers['set-cookie']?.[0] ?? '', at: answer.headers.location ?? '' });
      },
    );
    asked.on('error', reject);
    asked.end(`user=${world.bob.id}&next=%2Fchat%2F1`);
  });
}

describe('without a password', () => {
  it('somebody on the same machine goes on as one of the cast', async () => {
    expect(await goOnAsBob()).toMatchObject({ cookie: expect.stringContaining('botyard_session='), at: '/chat/1' });
  });

  it.each([
    ['through a proxy', { 'x-forwarded-for': '192.0.2.1' }],
    ['through a proxy that says so otherwise', { via: '1.1 proxy' }],
    ['by a name that a proxy or another site would use', { host: '127.0.0.1', origin: 'http://127.0.0.1' }],
    ['from a page of another site', { origin: 'https://evil.example' }],
    ['from no page', { origin: undefined }],
  ])('nobody does %s', async (_, headers) => {
    expect(await goOnAsBob(headers)).toEqual({ cookie: '', at: '/login?next=%2Fchat%2F1' });
  });

  it('nobody does once somebody else is in the portal', async () => {
    await world.app.store.write((work) =>
      addPerson(work, world.app.cast.portalId, {
        name: 'Zoe',
        lastName: '',
        email: 'zoe@example.org',
        isAdmin: false,
        isExtranet: false,
      }),
    );
    expect((await goOnAsBob()).cookie).toBe('');
  });

  it('nobody does where the portal is reached from outside', async () => {
    await world.close();
    world = await createWorld({ publicUrl: 'https://portal.example.com' });
    const { port } = new URL(world.app.address);
    const own = `botyard.localhost:${port}`;
    expect((await goOnAsBob({ host: own, origin: `http://${own}` })).cookie).toBe('');
  });
});

describeInBrowser('the page where people sign in', (open) => {
  it('offers the four of the cast with one press, in the reader’s language, and leads to where they were going', async () => {
    const { page } = await open({ locale: 'de-DE', colorScheme: 'dark', viewport: { width: 390, height: 844 } });
    await page.goto(`${world.app.pagesUrl}/chat/chat${world.groupChatId}`);
    await page.getByRole('heading', { name: 'Bei Botyard anmelden' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('de');
    expect(await barriersOn(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    await page.getByRole('button', { name: 'Carol' }).click();
    await page.waitForURL(`**/chat/chat${world.groupChatId}`);
  });

  it('speaks Russian to those who do', async () => {
    const { page } = await open({ locale: 'ru-RU' });
    await page.goto(`${world.app.pagesUrl}/login`);
    await page.getByRole('heading', { name: 'Вход в Botyard' }).waitFor();
    expect(await barriersOn(page)).toEqual([]);
  });
});
