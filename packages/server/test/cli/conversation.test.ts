import { execFile } from 'node:child_process';
import { existsSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { post } from '../world.ts';
import { botyard, launch, type Running, temporaryFolder } from './botyard.ts';

const folder = temporaryFolder();
const data = ['--data', 'here'];
let server: Running;
let welcome: string;
let webhookUrl: string;

beforeAll(async () => {
  symlinkSync(fileURLToPath(new URL('../../../../botyard', import.meta.url)), join(folder.path, 'botyard'));
  server = launch(['start', '--port', '0', '--memory', ...data], folder.path);
  let printed = '';
  server.process.stdout?.on('data', (part) => {
    printed += part;
  });
  await server.line((line) => line.includes('./botyard --help'));
  welcome = printed;
  webhookUrl = /^ {4}(http\S+\/)$/m.exec(welcome)?.[1] ?? '';
});
afterAll(async () => {
  server.process.kill('SIGINT');
  await server.ended;
  folder.remove();
});

/** A line as it stands in the welcome, run by a shell as if it had been pasted. */
function paste(line: string): Promise<string> {
  return new Promise((resolve, reject) =>
    execFile('sh', ['-c', line], { cwd: folder.path }, (error, stdout) => (error ? reject(error) : resolve(stdout))),
  );
}

describe('what the welcome proposes works when it is pasted', () => {
  test('the line that talks to the bot', async () => {
    const line = /\.\/botyard say .*/.exec(welcome)?.[0] ?? '';
    expect(await paste(line)).toMatch(/^Echo: hello\n\s+\[ Repeat: \/echo hello \] \[ Help: \/help \]$/m);
  });

  test('the call', async () => {
    const line = /curl .*/.exec(welcome)?.[0] ?? '';
    const [, url = '', ...fields] = line.split(/ (?:-d )?/);
    const response = await fetch(url, { method: 'POST', body: new URLSearchParams(fields.join('&')) });
    expect(((await response.json()) as { result: number }).result).toBeGreaterThan(0);
  });

  test.skipIf(!existsSync('/usr/bin/curl'))('the call, with curl itself', async () => {
    expect(JSON.parse(await paste(/curl .*/.exec(welcome)?.[0] ?? ''))).toHaveProperty('result');
  });
});

describe('say', () => {
  test('ends well when nobody is to answer', async () => {
    const { code, stderr } = await botyard(folder.path, 'say', ...data, '--as', 'Alice', '--to', 'Bob', 'Lunch?');
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: 'Sent. No bot was told of it (in a group, bots hear their commands and what mentions them).\n',
    });
  });

  test('shows why a call of the bot was refused', async () => {
    const CLIENT_ID = 'clumsy';
    const clumsy = createServer(async (_, response) => {
      const KEYBOARD = [{ TEXT: 'Off' }];
      await post(`${webhookUrl}imbot.message.add`, { DIALOG_ID: '1', MESSAGE: 'Choose', KEYBOARD, CLIENT_ID });
      response.end();
    });
    await new Promise<void>((resolve) => clumsy.listen(0, '127.0.0.1', resolve));
    const EVENT_HANDLER = `http://127.0.0.1:${(clumsy.address() as AddressInfo).port}/`;
    await post(`${webhookUrl}imbot.register`, { CODE: 'x', EVENT_HANDLER, PROPERTIES: { NAME: 'Clumsy' }, CLIENT_ID });
    const words = ['--as', 'Alice', '--to', 'Clumsy', '--within', '0.5', 'Hello?'];
    const { code, stdout, stderr } = await botyard(folder.path, 'say', ...data, ...words);
    clumsy.close();
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(
      'imbot.message.add of clumsy, for Alice Arden: refused, KEYBOARD_ERROR Incorrect keyboard params ' +
        '(KEYBOARD, button 1 "Off": has no action',
    );
  });

  test('says so when an answer was due and none came', async () => {
    const silent = createServer((_, response) => response.end());
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const handler = `http://127.0.0.1:${(silent.address() as AddressInfo).port}/`;
    await post(`${webhookUrl}imbot.register`, {
      CODE: 'mute',
      EVENT_HANDLER: handler,
      PROPERTIES: { NAME: 'Mute' },
      CLIENT_ID: 'mute',
    });
    const { code, stdout, stderr } = await botyard(
      folder.path,
      'say',
      ...data,
      '--as',
      'Bob',
      '--to',
      'mute',
      '--within',
      '0.3',
      'Are you there?',
    );
    silent.close();
    expect({ code, stdout, stderr }).toEqual({
      code: 1,
      stdout: '',
      stderr: 'Nothing came back from mute within 0.3 s. Why: ./botyard events --failed\n',
    });
  });

  test('shows what a bot writes as text, even where it would steer the terminal', async () => {
    const { stdout } = await botyard(
      folder.path,
      'say',
      ...data,
      '--as',
      'Dana',
      '--to',
      'echo',
      '/echo \u001b[2Jgone',
    );
    expect(stdout).toContain('Echo: \ufffd[2Jgone\n');
  });

  test.each([
    ['a person who is not there', 'Zed', 'Echo', 'Nobody here is called "Zed". There are: Alice Arden (1)'],
    ['a name that nobody bears', 'Alice', 'Zed', 'Alice Arden knows no bot, chat or person called "Zed". Bots: Echo'],
    ['a chat they are not in', 'Carol', 'chat1', 'They are not in that chat'],
  ])('is refused to %s', async (_, as, to, message) => {
    const { code, stderr } = await botyard(folder.path, 'say', ...data, '--as', as, '--to', to, 'hi');
    expect(stderr).toContain(`Error: ${message}`);
    expect(code).toBe(1);
  });
});

describe('tail', () => {
  test('shows a message, its event and what became of it, each on a line', async () => {
    const tail = launch(['tail', ...data], folder.path);
    await tail.line((line) => line.startsWith('Watching'));
    await botyard(folder.path, 'say', ...data, '--as', 'Carol', '--to', 'Echo', '/echo for the tail');
    await tail.line((line) => /ONIMCOMMANDADD to Echo at/.test(line));
    tail.process.kill('SIGINT');
    const { stdout } = await tail.ended;
    expect(stdout).toMatch(/^\d\d:\d\d:\d\d {2}message {3}\[Carol and Echo\] Carol Cedar: \/echo for the tail$/m);
    expect(stdout).toMatch(/^\d\d:\d\d:\d\d {2}event {5}ONIMCOMMANDADD for Echo \(event \d+\)$/m);
    expect(stdout).toMatch(
      /^\d\d:\d\d:\d\d {2}message {3}\[Carol and Echo\] Echo: for the tail {2}\[ Repeat: \/echo for the tail \] \[ Help: \/help \]$/m,
    );
    expect(stdout).toMatch(
      /^\d\d:\d\d:\d\d {2}delivery {2}ONIMCOMMANDADD to Echo at http:\/\/127\.0\.0\.1:\d+: answered 200 in \d+ ms \(event \d+\)$/m,
    );
  });
});

describe('the other commands', () => {
  test('list what somebody can type, where they are', async () => {
    const { stdout } = await botyard(folder.path, 'commands', ...data, '--as', 'Alice', '--in', 'Team', '--json');
    expect(JSON.parse(stdout)).toMatchObject([
      { name: 'echo', title: 'Says it back', params: 'text', botName: 'Echo' },
      { name: 'help', title: 'Says what this bot can do' },
    ]);
  });

  test('make a webhook that may do what it was made for, for as long as was said', async () => {
    const made = await botyard(
      folder.path,
      'webhook',
      'add',
      ...data,
      '--as',
      'Bob',
      '--scope',
      'im',
      '--expires',
      '30',
      '--json',
    );
    const webhook = JSON.parse(made.stdout);
    expect(webhook).toMatchObject({ userId: 2, scope: ['im'] });
    expect(webhook.expiresAt).toBeGreaterThan(0);
    expect((await post(`${webhook.url}im.message.add`, { DIALOG_ID: 'chat1', MESSAGE: 'hi' })).status).toBe(200);
    expect((await post(`${webhook.url}imbot.bot.list`, {})).body.error).toBe('insufficient_scope');
    const unknown = await botyard(folder.path, 'webhook', 'add', ...data, '--as', 'Bob', '--scope', 'everything');
    expect(unknown.stderr).toMatch(/^Error: There is no permission "everything"\. There are: im, imbot, user/);
  });

  test('add a person, who can speak at once', async () => {
    const added = await botyard(
      folder.path,
      'user',
      'add',
      ...data,
      '--name',
      'Eve',
      '--last-name',
      'Elm',
      '--email',
      'eve@example.org',
      '--extranet',
    );
    expect(added.stdout).toMatch(/^Eve Elm is in the portal \(id \d+, extranet guest\)\.$/m);
    const again = await botyard(folder.path, 'user', 'add', ...data, '--name', 'Eva', '--email', 'EVE@example.org');
    expect(again).toMatchObject({ code: 1, stderr: 'Error: Somebody here has that e-mail address already.\n' });
    expect((await botyard(folder.path, 'user', 'add', ...data)).stderr).toBe('Error: --name is missing.\n');
    expect((await botyard(folder.path, 'say', ...data, '--as', 'Eve Elm', '--to', 'Echo', 'hello')).stdout).toContain(
      'Echo: You said: hello\n',
    );
  });

  test('say how the portal is doing', async () => {
    const { stdout } = await botyard(folder.path, 'status', ...data);
    expect(stdout).toMatch(/^Botyard +\d+\.\d+\.\d+$/m);
    expect(stdout).toMatch(/^Events +\d+ waiting, 0 to be fetched, \d+ delivered, 0 given up, 0 dropped$/m);
    expect(stdout).toMatch(
      /^Echo \(\d+\) +echo +up to date +last success \d+ s ago; answers in \d+ ms, the slowest in \d+ ms$/m,
    );
  });
});
