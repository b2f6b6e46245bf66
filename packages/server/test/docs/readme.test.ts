import { execFile, spawn } from 'node:child_process';
import { symlinkSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { botyard, type Server, startServer, temporaryFolder } from '../cli/botyard.ts';
import { blocks, pathOf, textOf } from './document.ts';

const readme = textOf('README.md');
const folder = temporaryFolder();
let server: Server;
beforeAll(async () => {
  symlinkSync(pathOf('botyard'), join(folder.path, 'botyard'));
  server = await startServer(folder.path, '--no-examples');
});
afterAll(async () => {
  await server.stop();
  folder.remove();
});

/** As in a terminal in that folder, where `./botyard` leads to the one of the checkout. */
function shell(line: string): [file: string, args: string[]] {
  return ['sh', ['-c', line]];
}

async function freePort(): Promise<number> {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const { port } = taken.address() as AddressInfo;
  await new Promise((resolve) => taken.close(resolve));
  return port;
}

const commandLines = blocks(readme, 'sh').flatMap((block) => block.trim().split('\n'));

/** A bot started as the line says: what it prints first, and what is then seen by whoever says something. */
async function seenWhile(run: string, say: string): Promise<{ readonly printed: string; readonly answer: string }> {
  const bot = spawn(...shell(`exec env ${run}`), { cwd: folder.path, stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const printed = await new Promise<string>((resolve) =>
      createInterface({ input: bot.stdout }).once('line', resolve),
    );
    const answer = await new Promise<string>((resolve, reject) =>
      execFile(...shell(say), { cwd: folder.path }, (error, stdout) => (error ? reject(error) : resolve(stdout))),
    );
    return { printed, answer };
  } finally {
    bot.kill();
  }
}

test('the first bot works when it is pasted, and is not longer than it says', async () => {
  const [code = ''] = blocks(readme, 'js');
  expect(code.split('\n').filter((line) => line.trim() !== '').length).toBeLessThanOrEqual(25);
  writeFileSync(join(folder.path, 'my-bot.mjs'), code.replaceAll('3000', String(await freePort())));
  const run = commandLines.find((line) => line.endsWith('node my-bot.mjs')) ?? '';
  const say = commandLines.find((line) => line.includes('--to Parrot')) ?? '';
  const { printed, answer } = await seenWhile(run, say);
  expect(printed).toMatch(/^Parrot is bot \d+$/);
  expect(answer).toBe('Parrot: Nice weather, you say?\n');
});

test('the bot that is made runs as it says, and answers', async () => {
  const make = commandLines.find((line) => line.startsWith('./botyard new')) ?? '';
  const say = commandLines.find((line) => line.includes('--to "First bot"')) ?? '';
  const run = `sh -c '${make} >&2 && exec node first-bot/bot.mjs'`;
  expect(commandLines).toContain('node first-bot/bot.mjs');
  const { printed, answer } = await seenWhile(run, say);
  expect(printed).toMatch(/^Bot \d+ is listening$/);
  expect(answer).toContain('First bot: You ');
});

test('the example runs under a name of its own, beside the one that the portal runs', async () => {
  symlinkSync(pathOf('examples'), join(folder.path, 'examples'));
  const run = commandLines.find((line) => line.endsWith('examples/echo-bot/bot.mjs')) ?? '';
  const say = (name: string) => `./botyard say --as Bob --to ${name} hello`;
  const echo = await seenWhile(run.replace('BOT_NAME=Polly ', ''), say('Echo'));
  const polly = await seenWhile(run, say('Polly'));
  expect(polly.answer).toContain('Polly: You said: hello\n');
  expect(polly.printed).toMatch(/^Listening as bot \d+$/);
  expect(polly.printed).not.toBe(echo.printed);
});

test('the table of commands has those that there are', async () => {
  const { stdout } = await botyard(folder.path, '--help');
  const commands = /^Commands:\n([\s\S]*?)\n\n/m.exec(stdout)?.[1]?.match(/^ {2}[a-z]+/gm) ?? [];
  const listed = Array.from(readme.matchAll(/^\| `\.\/botyard ([a-z]+)/gm), ([, name]) => name);
  expect(listed.sort()).toEqual(
    commands
      .map((command) => command.trim())
      .filter((name) => name !== 'help')
      .sort(),
  );
});
