import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { browserOf } from '../scenes/sign-in.ts';
import { createWorld, type World } from '../world.ts';

/*
 * The connection on which open pages are told what happens: nobody hears what is not theirs.
 */

let world: World;
const errors: unknown[] = [];
beforeAll(async () => {
  world = await createWorld({ onError: (error) => errors.push(error) });
});
afterAll(() => world.close());

interface Tab {
  readonly socket: WebSocket;
  readonly lines: string[];
}

async function openTab(cookie: string, since = ''): Promise<Tab> {
  const url = `${world.app.address.replace('http', 'ws')}/live${since}`;
  const socket = new WebSocket(url, { headers: { cookie, origin: world.app.address } });
  const lines: string[] = [];
  socket.on('message', (data) => lines.push(String(data)));
  await once(socket, 'message');
  return { socket, lines };
}

/** What is told to a tab until it hears that it is still there. */
async function heardBy({ socket, lines }: Tab): Promise<string> {
  await world.settled();
  socket.send('?');
  while (!lines.at(-1)?.includes('still here')) await once(socket, 'message');
  return lines.join('\n');
}

it('tells those who are in a chat, and neither guests nor those who have left', async () => {
  const tabs: Tab[] = [];
  for (const { id } of [world.alice, world.bob, world.dana])
    tabs.push(await openTab((await browserOf(world, id)).cookie));
  const write = (MESSAGE: string) =>
    world.alice.ok('im.message.add', { DIALOG_ID: `chat${world.groupChatId}`, MESSAGE });
  await write('before he left');
  await world.bob.ok('im.chat.leave', { CHAT_ID: world.groupChatId });
  await write('after he left');
  const [alice = '', bob = '', dana = ''] = await Promise.all(tabs.map(heardBy));
  expect(alice).toContain('after he left');
  expect(bob).not.toContain('after he left');
  expect(dana).not.toMatch(/he left/);
  for (const { socket } of tabs) socket.close();
});

it.each([
  '?since=',
  '?since=x',
  '?since=:',
  '?since=a:1e9',
  '?since=%00:-1',
  `?since=${'9'.repeat(5000)}`,
  '?since=a&since=b',
])('has a page that comes with %s load everything anew', async (since) => {
  const { socket, lines } = await openTab((await browserOf(world, world.bob.id)).cookie, since);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ kind: 'here', isContinued: false });
  socket.close();
});

it('takes a hundred tabs of one person, and not one more', async () => {
  const { cookie } = await browserOf(world, world.carol.id);
  const tabs = await Promise.all(Array.from({ length: 100 }, () => openTab(cookie)));
  await expect(openTab(cookie)).rejects.toThrow('429');
  for (const { socket } of tabs) socket.terminate();
});

it.each(['//', '/live/../x', 'http://[', '/other'])('is nothing at %s, and no failure of the portal', async (path) => {
  const { hostname, port } = new URL(world.app.address);
  const socket = connect(Number(port), hostname);
  socket.write(
    `GET ${path} HTTP/1.1\r\nhost: ${hostname}\r\nconnection: upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n`,
  );
  const [answer] = await once(socket, 'data');
  // The start page is there, for those who sign in.
  expect(String(answer)).toMatch(/^HTTP\/1\.1 (?:404|303) /);
  expect(errors).toEqual([]);
  socket.destroy();
});
