import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from './world.ts';

/*
 * Requests that a client sends on one connection without waiting for answers.
 */

let world: World;
/** Turns of the event loop so far, and in which of them each call was answered. */
let turns = 0;
let isOver = false;
const answeredIn: number[] = [];
beforeAll(async () => {
  world = await createWorld({ onAnswer: () => answeredIn.push(turns) });
  const count = () => {
    turns += 1;
    if (!isOver) setImmediate(count);
  };
  count();
});
afterAll(async () => {
  isOver = true;
  await world.close();
});

async function connected(): Promise<Socket> {
  const socket = connect(Number(new URL(world.app.url).port), '127.0.0.1');
  await once(socket, 'connect');
  return socket;
}

const pathOf = (method: string) => new URL(world.alice.webhookUrl + method).pathname;
const request = (path: string) => `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`;

describe('requests that are sent at once on one connection', () => {
  it('are answered in their order, one in a turn of the loop', async () => {
    const socket = await connected();
    const dialog = `chat${world.groupChatId}`;
    const paths = Array.from({ length: 50 }, (_, n) => `${pathOf('im.message.add')}?DIALOG_ID=${dialog}&MESSAGE=${n}`);
    answeredIn.length = 0;
    socket.write(paths.map(request).join(''));
    let text = '';
    for await (const chunk of socket) {
      text += chunk;
      if (text.split('HTTP/1.1 200').length > paths.length) break;
    }
    expect(new Set(answeredIn).size).toBe(paths.length);
    const { messages } = await world.alice.ok('im.dialog.messages.get', { DIALOG_ID: dialog, LIMIT: 50 });
    expect(messages.map(({ text: said }: { text: string }) => said)).toEqual(paths.map((_, n) => `${49 - n}`));
  });

  it('have a turn each, also where all of a call comes with its head and is answered at once', async () => {
    const socket = await connected();
    const count = 50;
    const call = `POST ${pathOf('profile')} HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}`;
    answeredIn.length = 0;
    socket.write(call.repeat(count));
    let text = '';
    for await (const chunk of socket) {
      text += chunk;
      if (text.split('HTTP/1.1 200').length > count) break;
    }
    expect(new Set(answeredIn).size).toBe(count);
  });

  it('are not answered when there are hundreds of them', async () => {
    const socket = await connected();
    answeredIn.length = 0;
    const isHungUpOn = new Promise((resolve) => socket.once('close', resolve).on('error', resolve).resume());
    socket.write(request(pathOf('profile')).repeat(1_000));
    await isHungUpOn;
    expect(answeredIn.length).toBeLessThanOrEqual(1);
  });
});

describe('a body in pieces', () => {
  const chunk = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n`;
  const posted = async (path: string, pieces: readonly string[]) => {
    const socket = await connected();
    const head = `POST ${path} HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n`;
    let text = '';
    const isOver = new Promise((resolve) => socket.once('close', resolve).on('error', () => undefined));
    socket.on('data', (data) => {
      text += data;
    });
    socket.write(head + [...pieces, ''].map(chunk).join(''));
    await isOver;
    return text;
  };

  it('is read in its order, however small and large they are', async () => {
    const said = `${'a'.repeat(1_500)}bc${'d'.repeat(3_000)}e`;
    const json = JSON.stringify({ DIALOG_ID: `chat${world.groupChatId}`, MESSAGE: said });
    const pieces = [json.slice(0, 2), json.slice(2, 3), json.slice(3, 2_000), ...json.slice(2_000)];
    expect(await posted(pathOf('im.message.add'), pieces)).toMatch(/^HTTP\/1.1 200/);
    const { messages } = await world.alice.ok('im.dialog.messages.get', { DIALOG_ID: `chat${world.groupChatId}` });
    expect(messages[0].text).toBe(said);
  });

  it('is not read when there are thousands that hold next to nothing', async () => {
    answeredIn.length = 0;
    expect(await posted(pathOf('profile'), [...' '.repeat(10_000), '{}'])).toBe('');
    expect(answeredIn).toEqual([]);
  });
});
