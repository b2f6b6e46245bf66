import { afterAll, beforeAll, expect, it } from 'vitest';
import { botyard, type Server, startServer, temporaryFolder } from '../cli/botyard.ts';
import { visitorAt } from '../scenes/lines.ts';

/*
 * The portal is killed while somebody writes to it: what it has confirmed is there afterwards, once.
 */

const folder = temporaryFolder();
let portal: Server;
beforeAll(async () => {
  portal = await startServer(folder.path, '--no-examples');
});
afterAll(async () => {
  await portal.stop();
  folder.remove();
});

async function killAndStart(): Promise<void> {
  portal.process.kill('SIGKILL');
  await portal.ended;
  portal = await startServer(folder.path, '--no-examples');
}

it('a visitor goes on where they were, and nothing that they send again is written twice', async () => {
  const made = await botyard(folder.path, 'line', 'add', 'Support', '--operators', 'Bob', '--json');
  const { pageUrl } = JSON.parse(made.stdout);
  const token = 'c'.repeat(64);
  const visitor = () => visitorAt(pageUrl, portal.started.url, token);
  const keys = Array.from({ length: 6 }, (_, n) => String(n).repeat(32));
  for (const [n, key] of keys.slice(0, 3).entries()) expect((await visitor().write(`line ${n}`, key)).status).toBe(201);
  // The answers to the others may be lost.
  const others = keys.slice(3).map((key, n) => visitor().write(`line ${n + 3}`, key));
  const [, ...answers] = await Promise.allSettled([killAndStart(), ...others]);
  expect(answers).toHaveLength(3);
  // What the page does that has heard nothing: it sends all that it does not know to be there.
  for (const [n, key] of keys.entries()) expect((await visitor().write(`line ${n}`, key)).status).toBe(201);
  expect((await visitor().texts()).sort()).toEqual(keys.map((_, n) => `line ${n}`));
  const { state, lines } = (await visitor().read()).body;
  expect([state, lines.slice(0, 3).map(({ text }: { text: string }) => text)]).toEqual([
    'queue',
    ['line 0', 'line 1', 'line 2'],
  ]);
});
