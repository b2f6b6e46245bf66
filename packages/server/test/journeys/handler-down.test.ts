import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parsePhpQuery } from '#kit/php-query/parse.ts';
import { createWorld, type World } from '../world.ts';

let world: World;
let server: Server;
let port = 0;
const heard: string[] = [];

const up = () => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
const down = async () => {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await closed;
};

beforeEach(async () => {
  world = await createWorld();
  heard.length = 0;
  port = 0;
  server = createServer((request, response) => {
    let raw = '';
    request.on('data', (chunk) => {
      raw += chunk;
    });
    request.on('end', () => {
      // biome-ignore lint/suspicious/noExplicitAny: read as documented; a wrong guess fails the test.
      const { event, data } = parsePhpQuery(raw) as any;
      heard.push(event === 'ONIMBOTMESSAGEADD' ? data.PARAMS.MESSAGE : event);
      response.end();
    });
  });
  await up();
  port = (server.address() as AddressInfo).port;
});
afterEach(async () => {
  await world.close();
  if (server.listening) await down();
});

describe('a handler that goes down', () => {
  it('misses nothing: what was said meanwhile comes in its order when it is back', async () => {
    const botId = await world.bot({ more: { EVENT_HANDLER: `http://127.0.0.1:${port}/` } });
    const say = (text: string) => world.bob.ok('im.message.add', { DIALOG_ID: botId, MESSAGE: text });
    await say('before');
    await world.settled();
    await down();
    for (const text of ['one', 'two', 'three']) await say(text);
    await world.settled();
    world.clock.advance(10_000);
    await world.settled();
    expect(heard).toEqual(['ONIMBOTJOINCHAT', 'before']);
    await up();
    world.clock.advance(60_000);
    await world.settled();
    expect(heard).toEqual(['ONIMBOTJOINCHAT', 'before', 'one', 'two', 'three']);
  });

  it('finds its events at another address when it moves meanwhile', async () => {
    const botId = await world.bot({ more: { EVENT_HANDLER: 'http://127.0.0.1:9/nobody' } });
    await world.bob.ok('im.message.add', { DIALOG_ID: botId, MESSAGE: 'hello' });
    await world.settled();
    const url = `http://127.0.0.1:${port}/`;
    const FIELDS = { EVENT_MESSAGE_ADD: url, EVENT_WELCOME_MESSAGE: url, EVENT_BOT_DELETE: url };
    await world.alice.ok('imbot.update', { BOT_ID: botId, CLIENT_ID: 'test-app', FIELDS });
    world.clock.advance(60_000);
    await world.settled();
    expect(heard).toEqual(['ONIMBOTJOINCHAT', 'hello']);
  });
});
