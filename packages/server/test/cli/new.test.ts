import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { botyard, launch, type Running, type Server, startServer, temporaryFolder } from './botyard.ts';

/*
 * Each bot that `new` makes is started as its answer says, and talked to as it says.
 */

const folder = temporaryFolder();
const portal = ['--data', 'portal'];
const secure = ['--data', 'secure'];
let servers: Server[] = [];
const bots: Running[] = [];
beforeAll(async () => {
  servers = await Promise.all([
    startServer(folder.path, '--memory', '--no-examples', ...portal),
    startServer(folder.path, '--memory', '--no-examples', '--tls', ...secure),
  ]);
});
afterAll(async () => {
  for (const { process, ended } of bots) {
    process.kill();
    await ended;
  }
  await Promise.all(servers.map((server) => server.stop()));
  folder.remove();
});

const isInstalled = (program: string) => spawnSync(program, ['--version']).status === 0;
const inShell = (line: string) => launch([], folder.path, { command: ['sh', '-c', line] });
const start = (line: string) => {
  const bot = inShell(`exec env ${line}`);
  bots.push(bot);
  return bot;
};

/** The lines that the command proposes, by what stands before them. */
async function made(...args: string[]): Promise<Record<string, string>> {
  const { code, stdout, stderr } = await botyard(folder.path, 'new', ...args, '--as', 'Alice');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return Object.fromEntries(Array.from(stdout.matchAll(/^(.*?): {2,}(.*)$/gm), ([, what, line]) => [what, line]));
}

/** What comes back when somebody talks to the bot as was proposed; `./botyard` is the program of this checkout. */
async function answerTo(line = ''): Promise<string> {
  const program = new URL('../../../../botyard', import.meta.url).pathname;
  return (await inShell(line.replace('./botyard', program)).ended).stdout;
}

const isListening = (line: string) => /^Bot \d+ is listening$/.test(line);

test.each([
  ['js', 'node', []],
  ['python', 'python3', []],
  ['php', 'php', []],
  ['js', 'node', ['--webhook']],
  ['python', 'python3', ['--webhook']],
])('a bot in %s is run with %s %s, and answers', async (language, program, kind) => {
  if (!isInstalled(program)) return;
  const name = `${language}${kind.join('')}`;
  const proposed = await made(language, name, ...kind, ...portal);
  await start(proposed['Run it'] ?? '').line(isListening);
  expect(await answerTo(proposed['Talk to it'])).toMatch(/: You .*Hello/);
});

test('a bot in php that is called stands behind a web server', async () => {
  if (!isInstalled('php')) return;
  const free = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => free.once('listening', resolve));
  const { port } = free.address() as AddressInfo;
  await new Promise((resolve) => free.close(resolve));
  const proposed = await made('php', 'called', '--webhook', ...portal);
  const here = (line = '') => line.replaceAll('8500', String(port));
  await start(here(proposed['Serve it'])).line((line) => line.includes('started'));
  await start(here(proposed['Register it'])).line(isListening);
  expect(await answerTo(proposed['Talk to it'])).toBe('Called: You said: Hello\n');
});

test.each([
  ['js', 'node'],
  ['python', 'python3'],
  ['php', 'php'],
])('a bot in %s trusts the certificate of a portal with one of its own', async (language, program) => {
  if (!isInstalled(program)) return;
  const proposed = await made(language, `secure ${language}`, ...secure);
  await start(proposed['Run it'] ?? '').line(isListening);
  expect(await answerTo(proposed['Talk to it'])).toMatch(/: You .*Hello/);
});

test('the file is for its owner alone, and has secrets and names of its own', async () => {
  await made('js', "deep/what's ünique?", ...portal);
  await made('js', "deeper/what's ünique?", ...portal);
  const [one, another] = ['deep', 'deeper'].map((parent) => {
    const path = join(folder.path, parent, "what's ünique?", 'bot.mjs');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const source = readFileSync(path, 'utf8');
    expect(source).toMatch(/^\/\/ {3}node bot\.mjs$/m);
    expect(source).toContain("name: 'What s ünique'");
    expect(source).not.toMatch(/your-code|of-your-own/);
    return [/\/rest\/1\/\w+\//, /(?<=BOT_TOKEN = ')\w{32}(?=')/, /(?<=BOT_CODE = ')what-s-ünique-\w{4}(?=')/].map(
      (secret) => secret.exec(source)?.[0],
    );
  });
  expect(one).toEqual([expect.any(String), expect.any(String), expect.any(String)]);
  for (const secret of one ?? []) expect(another).not.toContain(secret);
});

test('nothing is written over, and no webhook made for nothing', async () => {
  mkdirSync(join(folder.path, 'full'));
  writeFileSync(join(folder.path, 'full', 'notes.txt'), 'mine');
  const webhooks = () => botyard(folder.path, 'webhook', 'list', ...portal);
  const before = await webhooks();
  const refused = (...args: string[]) => botyard(folder.path, 'new', ...args, '--as', 'Alice', ...portal);
  const elsewhere = 'Name a folder that is not there yet, or an empty one.';
  expect(await refused('js', 'full')).toMatchObject({ code: 1, stderr: `Error: full is not empty. ${elsewhere}\n` });
  const file = 'full/notes.txt';
  expect(await refused('js', file)).toMatchObject({ code: 1, stderr: `Error: ${file} is a file. ${elsewhere}\n` });
  expect(await refused('js', `${file}/in`)).toMatchObject({ code: 1, stderr: expect.stringMatching(/ is a file\./) });
  expect(await refused('perl', 'new')).toMatchObject({ code: 2, stderr: expect.stringMatching(/js, php, python/) });
  expect(await webhooks()).toEqual(before);
});

test.each([
  [['--as', 'Nobody', ...portal], 1, /^Error: Nobody here is called "Nobody"/],
  [['--as', 'Alice', '--data', 'nowhere'], 1, /^Error: No server is running on .*nowhere\. Start it: /],
  [portal, 2, /^Error: --as is missing/],
])('says what is wrong with new js %j', async (args, code, message) => {
  const asked = await botyard(folder.path, 'new', 'js', 'refused', ...args);
  expect(asked).toMatchObject({ code, stdout: '', stderr: expect.stringMatching(message) });
});
