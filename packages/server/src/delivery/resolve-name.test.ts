import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { systemClock } from '#kit/clock.ts';
import { createHandlerClient } from './handler-client.ts';
import { createResolve } from './resolve-name.ts';
import { startNameServer } from './test/name-server.ts';
import { OK, startRawServer } from './test/raw-server.ts';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** The first label of a name says what becomes of it. */
async function names(hosts = '') {
  const server = await startNameServer((name) => {
    if (name.startsWith('hangs')) return 'hangs';
    return name.startsWith('bot') ? '127.0.0.1' : undefined;
  });
  const folder = mkdtempSync(join(tmpdir(), 'botyard-hosts-'));
  const hostsFile = join(folder, 'hosts');
  writeFileSync(hostsFile, hosts);
  cleanups.push(
    () => server.close(),
    () => rmSync(folder, { recursive: true }),
  );
  const askedOfSystem: string[] = [];
  const system = (name: string) => {
    askedOfSystem.push(name);
    return name.startsWith('intranet')
      ? Promise.resolve([{ address: '192.0.2.7', family: 4 }])
      : Promise.reject(Object.assign(new Error('unknown'), { code: 'ENOTFOUND' }));
  };
  const resolve = createResolve({ clock: systemClock, servers: [server.address], hostsFile, system });
  const find = async (name: string) => (await resolve(name)).map(({ address }) => address);
  return { resolve, find, asked: server.asked, askedOfSystem };
}

test('a bot hears its first event while the name servers of a hundred others hang', async () => {
  const { resolve, asked } = await names();
  const server = await startRawServer((socket) => socket.write(OK));
  const client = createHandlerClient({
    policy: { allowPrivate: true, allowedNetworks: [] },
    clock: systemClock,
    resolve,
  });
  cleanups.push(() => Promise.all([client.close(), server.close()]));
  const call = (host: string) => client.exchange({ url: `http://${host}:${server.port}/`, body: 'a=1', headers: {} });
  let ended = 0;
  const hanging = [];
  // Twenty-five times what Node looks up at once; all asked again at the same moment fit the socket of the name server.
  for (let n = 0; n < 100; n += 1) {
    hanging.push(call(`hangs${n}.example`).finally(() => (ended += 1)));
    if (n % 4 === 0) await new Promise(setImmediate);
  }
  expect(await call('bot.example')).toMatchObject({ kind: 'answered', status: 200 });
  expect(ended).toBe(0);
  expect(new Set(asked).size).toBe(101);
  await client.close();
  await Promise.all(hanging);
});

describe('a name', () => {
  test('has the address that its name server says', async () => {
    const { find, askedOfSystem } = await names();
    expect(await find('bot.example')).toEqual(['127.0.0.1']);
    expect(askedOfSystem).toEqual([]);
  });

  test('has the addresses of the hosts file, which goes first', async () => {
    const { find, asked } = await names(
      '# 10.0.0.1 bot.example\n192.0.2.1\tother.example bot.example # 10.0.0.2 bot.example\r\n::1 BOT.example\n10.0.0.3 bot.example.net',
    );
    expect(await find('Bot.Example')).toEqual(['192.0.2.1', '::1']);
    expect(asked).toEqual([]);
  });

  test.each(['localhost', 'bots.localhost', 'LOCALHOST.'])('of this very machine leads to it: %s', async (name) => {
    const { find, asked } = await names();
    expect(await find(name)).toEqual(['127.0.0.1', '::1']);
    expect(asked).toEqual([]);
  });

  test.each(['intranet', 'intranet.local'])('that no name server knows is asked of the system: %s', async (name) => {
    const { find, askedOfSystem } = await names();
    expect(await find(name)).toEqual(['192.0.2.7']);
    expect(askedOfSystem).toEqual([name]);
  });

  test('that nobody knows is told as unknown', async () => {
    const { find } = await names();
    await expect(find('nobody.example')).rejects.toMatchObject({ code: 'ENOTFOUND' });
  });
});

test('the system is asked for one name at a time', async () => {
  const { address, close } = await startNameServer(() => undefined);
  cleanups.push(close);
  let running = 0;
  let most = 0;
  const system = async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise(setImmediate);
    running -= 1;
    return [];
  };
  const resolve = createResolve({ clock: systemClock, servers: [address], hostsFile: '/nowhere', system });
  await Promise.all(['a.example', 'b.example', 'c.example'].map(resolve));
  expect(most).toBe(1);
});
