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

test('the first bot works when it is pasted, and is not longer than it says', async () => {
  const [code = ''] = blocks(readme, 'js');
  expect(code.split('\n').filter((line) => line.trim() !== '').length).toBeLessThanOrEqual(25);
  writeFileSync(join(folder.path, 'my-bot.mjs'), code.replaceAll('3000', String(await freePort())));
  const lines = blocks(readme, 'sh').flatMap((block) => block.trim().split('\n'));
  const run = lines.find((line) => line.endsWith('node my-bot.mjs')) ?? '';
  const say = lines.find((line) => line.includes('--to Parrot')) ?? '';

  const bot = spawn(...shell(`exec env ${run}`), { cwd: folder.path, stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const printed = await new Promise<string>((resolve) =>
      createInterface({ input: bot.stdout }).once('line', resolve),
    );
    expect(printed).toMatch(/^Parrot is bot \d+$/);
    const answer = await new Promise<string>((resolve, reject) =>
      execFile(...shell(say), { cwd: folder.path }, (error, stdout) => (error ? reject(error) : resolve(stdout))),
    );
    expect(answer).toBe('Parrot: Nice weather, you say?\n');
  } finally {
    bot.kill();
  }
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
