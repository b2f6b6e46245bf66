import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { endSessions } from '#domain/sign-in/end-sessions.ts';
import { LoopTurns } from '../loop-turns.ts';
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

/** What its messages are written to; of no documented interface. */
const rawSideOf = (socket: WebSocket) => ({ stream: (socket as unknown as { _socket: Socket })._socket });

const tabOf = async ({ id }: { readonly id: number }) => openTab((await browserOf(world, id)).cookie);

/** Has a tab say what it looks into, and waits until that is heard. */
async function look({ socket, lines }: Tab, chatId: unknown): Promise<void> {
  socket.send(chatId === undefined ? 'look' : `look ${chatId}`);
  while (!lines.at(-1)?.includes('looking')) await once(socket, 'message');
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

describe('an open chat', () => {
  it('is told of to employees who say that they look into it from outside, while they do', async () => {
    const CHAT_ID = await world.alice.ok('im.chat.add', { TYPE: 'OPEN', TITLE: 'Everybody', MESSAGE: 'Hi' });
    const [bob, dana] = [await tabOf(world.bob), await tabOf(world.dana)];
    const write = (MESSAGE: string) => world.alice.ok('im.message.add', { DIALOG_ID: `chat${CHAT_ID}`, MESSAGE });
    await write('before anybody looked');
    await world.settled();
    for (const tab of [bob, dana]) await look(tab, CHAT_ID);
    await write('while they looked');
    await world.alice.ok('im.dialog.writing', { DIALOG_ID: `chat${CHAT_ID}` });
    await heardBy(bob);
    await look(bob, undefined);
    await write('after that');
    const heard = await heardBy(bob);
    expect(heard.match(/before anybody|while they|"typing"|after that/g)).toEqual(['while they', '"typing"']);
    // A guest may not look into it.
    expect(await heardBy(dana)).not.toContain('while they looked');
    for (const { socket } of [bob, dana]) socket.close();
  });

  it('is not what is looked into where it is a closed one: nothing is told', async () => {
    const CHAT_ID = await world.alice.ok('im.chat.add', { TITLE: 'Some', MESSAGE: 'Hi' });
    const bob = await tabOf(world.bob);
    await look(bob, CHAT_ID);
    await world.alice.ok('im.message.add', { DIALOG_ID: `chat${CHAT_ID}`, MESSAGE: 'among us' });
    expect(await heardBy(bob)).not.toContain('among us');
    bob.socket.close();
  });
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

describe('who is not signed in as whom their page is for', () => {
  const codeOf = async (cookie: string, query = '') => {
    const url = `${world.app.address.replace('http', 'ws')}/live${query}`;
    const socket = new WebSocket(url, { headers: { cookie, origin: world.app.address } });
    const lines: string[] = [];
    socket.on('message', (data) => lines.push(String(data)));
    const [code] = await once(socket, 'close');
    return { code, lines };
  };

  it('is told nothing but that, once they are connected: a page is not told how it was refused before', async () => {
    const { cookie } = await browserOf(world, world.bob.id);
    const hungUp = { code: 4401, lines: [] };
    expect(await codeOf('')).toEqual(hungUp);
    expect(await codeOf(cookie, `?as=${world.alice.id}`)).toEqual(hungUp);
  });

  it('is told so at once when their session ends, and nobody else is', async () => {
    // One after the other: their sessions are told apart by their order.
    const left = await browserOf(world, world.bob.id);
    const right = await browserOf(world, world.bob.id);
    const [one, other] = [await openTab(left.cookie), await openTab(right.cookie, `?as=${world.bob.id}`)];
    const isClosed = once(one.socket, 'close');
    await world.app.store.write(async (work) => {
      const [session] = (await work.webSessions.listOfUser(world.bob.id)).slice(-2);
      if (session) await endSessions(work, world.bob.id, { id: session.id });
    });
    expect((await isClosed)[0]).toBe(4401);
    expect(await heardBy(other)).toContain('still here');
    other.socket.close();
  });
});

it('takes a hundred tabs of one person, and not one more', async () => {
  const { cookie } = await browserOf(world, world.carol.id);
  const tabs = await Promise.all(Array.from({ length: 100 }, () => openTab(cookie)));
  await expect(openTab(cookie)).rejects.toThrow('429');
  for (const { socket } of tabs) socket.terminate();
});

it('others have their turn between the messages of one packet', async () => {
  const { socket, lines } = await tabOf(world.alice);
  const { stream } = rawSideOf(socket);
  const before = lines.length;
  const turns = new LoopTurns();
  // Each of them is text of no length, under a mask of zeros.
  stream.write(Buffer.from('818000000000', 'hex').toString('latin1').repeat(500), 'latin1');
  while (lines.length < before + 500) await once(socket, 'message');
  expect(turns.count).toBeGreaterThanOrEqual(500);
  turns.stop();
  socket.close();
});

it.each(['//', '/live/../x', 'http://[', '/other'])('is nothing at %s, and no failure of the portal', async (path) => {
  const { hostname, port } = new URL(world.app.address);
  const socket = connect(Number(port), hostname);
  socket.write(
    `GET ${path} HTTP/1.1\r\nhost: ${hostname}\r\nconnection: upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n`,
  );
  const [answer] = await once(socket, 'data');
  // The start page is there, for those who sign in.
  expect(String(answer)).toMatch(/^HTTP\/1\.1 (?:400|404|303) /);
  expect(errors).toEqual([]);
  socket.destroy();
});
