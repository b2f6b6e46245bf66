import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { LoopTurns } from '../../../test/loop-turns.ts';
import { ITEMS, PIECE, sendAnswer } from './answer.ts';

/** What a client gets of an answer, and in how many turns of the loop it was written. */
async function sent(body: object): Promise<{ got: unknown; turns: number }> {
  const turns = new LoopTurns();
  let whenWritten: (turns: number) => void = () => undefined;
  // The client may have all that was announced before the answer is ended.
  const written = new Promise<number>((resolve) => {
    whenWritten = resolve;
  });
  const server = createServer((_, response) => {
    const begun = turns.count;
    response.once('finish', () => whenWritten(turns.count - begun));
    sendAnswer(response, { status: 200, body });
  }).listen(0, '127.0.0.1');
  onTestFinished(() => {
    turns.stop();
    server.close();
  });
  await once(server, 'listening');
  const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  return { got: await response.json(), turns: await written };
}

test('an answer of megabytes is written a piece in a turn, so that others have theirs', async () => {
  const body = { text: 'ä'.repeat(10 * PIECE) };
  const { got, turns } = await sent(body);
  expect(got).toEqual(body);
  expect(turns).toBeGreaterThanOrEqual(10);
});

test('no character is cut in two where a piece ends', async () => {
  for (const begin of ['', 'x']) {
    const body = { text: begin + '👋'.repeat(2 * PIECE) };
    expect((await sent(body)).got).toEqual(body);
  }
});

test('a list of thousands is made a text in several turns', async () => {
  const body = { result: Array.from({ length: 4 * ITEMS + 1 }, (_, id) => ({ id, name: 'ä' })), total: 7, time: {} };
  const { got, turns } = await sent(body);
  expect(got).toEqual(body);
  expect(turns).toBeGreaterThanOrEqual(5);
});
