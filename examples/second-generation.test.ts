import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type ControlledWorld, createControlledWorld } from '../packages/server/test/controlled.ts';

/*
 * The bots of generation 2 that others begin with: each is run as it stands, and talked to.
 */

const fileOf = (name: string) => new URL(name, import.meta.url).pathname;
const isInstalled = (program: string) => spawnSync(program, ['--version']).status === 0;

let world: ControlledWorld;
let running: ChildProcess[];
beforeEach(async () => {
  world = await createControlledWorld();
  running = [];
});
afterEach(async () => {
  for (const process of running) process.kill();
  await world.close();
});

function start(program: string, args: readonly string[], more: NodeJS.ProcessEnv = {}): ChildProcess {
  const env = { ...process.env, WEBHOOK_URL: world.alice.webhookUrl, BOT_TOKEN: 'of the test', ...more };
  const started = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  running.push(started);
  return started;
}

/** The id of the bot, once it listens. */
async function listening({ stdout }: ChildProcess): Promise<number> {
  if (!stdout) throw new Error('It says nothing');
  for await (const line of createInterface(stdout)) {
    const [, id] = /^Bot (\d+) is listening$/.exec(line) ?? [];
    if (id !== undefined) return Number(id);
  }
  throw new Error('It has ended');
}

/** The first message of the bot that is so, now or when anything has happened. */
async function saidBy(bot: number, isMeant: (text: string) => boolean): Promise<string> {
  for (;;) {
    const happened = new Promise<void>((resolve) => {
      const end = world.app.hub.subscribe(() => {
        end();
        resolve();
      });
    });
    const { messages } = await world.alice.ok('im.dialog.messages.get', { DIALOG_ID: bot });
    const found = messages.find(
      (one: { author_id: number; text: string }) => one.author_id === bot && isMeant(one.text),
    );
    if (found) return found.text;
    await happened;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const ask = (bot: number, MESSAGE: string) => world.alice.ok('im.message.add', { DIALOG_ID: bot, MESSAGE });

const FETCHING = [
  ['node', 'assistant-js/bot.mjs'],
  ['python3', 'assistant-python/bot.py'],
  ['php', 'assistant-php/bot.php'],
] as const;

it.each(FETCHING)('with %s, %s fetches what is said to it, and its answer grows', async (program, file) => {
  if (!isInstalled(program)) return;
  const bot = await listening(start(program, [fileOf(file)]));
  await ask(bot, 'Why?');
  expect((await saidBy(bot, (text) => !text.endsWith('...'))).trim()).toBe('You asked: Why? I have no idea.');
});

it('those that fetch go on with the next message where an answer is refused', async () => {
  const bots = [];
  for (const [program, file] of FETCHING.filter(([one]) => isInstalled(one)))
    bots.push(await listening(start(program, [fileOf(file)], { BOT_CODE: program })));
  const fault = { method: 'imbot.v2.Chat.Message.send', code: 'ACCESS_DENIED', times: bots.length };
  await world.control('fault.add', fault);
  for (const bot of bots) await ask(bot, 'Why?');
  for (const bot of bots) await ask(bot, 'And now?');
  for (const bot of bots) {
    const said = await saidBy(bot, (text) => !text.endsWith('...'));
    expect(said).toContain('You asked: And now?');
    const { messages } = await world.alice.ok('im.dialog.messages.get', { DIALOG_ID: bot });
    expect(JSON.stringify(messages)).not.toContain('You asked: Why?');
  }
});

it.each([
  ['node', 'webhook-js/bot.mjs'],
  ['python3', 'webhook-python/bot.py'],
])('with %s, %s is called, and answers what is said and the command', async (program, file) => {
  if (!isInstalled(program)) return;
  await talkTo(await listening(start(program, [fileOf(file)])));
});

it('with php, webhook-php/bot.php is called behind a web server', async () => {
  if (!isInstalled('php')) return;
  const address = `127.0.0.1:${await freePort()}`;
  const server = spawn('php', ['-S', address, fileOf('webhook-php/bot.php')], {
    env: { ...process.env, WEBHOOK_URL: world.alice.webhookUrl, BOT_TOKEN: 'of the test' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  running.push(server);
  // It says that it has started on its way of errors.
  for await (const line of createInterface(server.stderr)) if (line.includes('started')) break;
  server.stderr.resume();
  await talkTo(await listening(start('php', [fileOf('webhook-php/bot.php'), `http://${address}/`])));
});

async function talkTo(bot: number): Promise<void> {
  await ask(bot, 'hello');
  expect(await saidBy(bot, (text) => text.startsWith('You said'))).toBe('You said: hello');
  await ask(bot, '/time');
  expect(await saidBy(bot, (text) => text.startsWith('It is'))).toMatch(/^It is \d{4}-\d\d-\d\dT/);
}

it('each is shorter than 60 lines', () => {
  const files = ['js/bot.mjs', 'python/bot.py', 'php/bot.php'].flatMap((file) => [
    `assistant-${file}`,
    `webhook-${file}`,
  ]);
  for (const file of files) {
    const lines = readFileSync(fileOf(file), 'utf8').split('\n').length - 1;
    expect({ file, isShort: lines < 60 }).toEqual({ file, isShort: true });
  }
});
