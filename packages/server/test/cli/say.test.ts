import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { post } from '../world.ts';
import { botyard, launch, type Server, startServer, temporaryFolder } from './botyard.ts';

const folder = temporaryFolder();
const data = ['--data', 'here'];
let server: Server;
beforeAll(async () => {
  server = await startServer(folder.path, '--memory', ...data);
});
afterAll(async () => {
  await server.stop();
  folder.remove();
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
      await post(`${server.started.webhookUrl}imbot.message.add`, {
        DIALOG_ID: '1',
        MESSAGE: 'Choose',
        KEYBOARD,
        CLIENT_ID,
      });
      response.end();
    });
    await new Promise<void>((resolve) => clumsy.listen(0, '127.0.0.1', resolve));
    const EVENT_HANDLER = `http://127.0.0.1:${(clumsy.address() as AddressInfo).port}/`;
    await post(`${server.started.webhookUrl}imbot.register`, {
      CODE: 'x',
      EVENT_HANDLER,
      PROPERTIES: { NAME: 'Clumsy' },
      CLIENT_ID,
    });
    const words = ['--as', 'Alice', '--to', 'Clumsy', '--within', '0.5', 'Hello?'];
    const { code, stdout, stderr } = await botyard(folder.path, 'say', ...data, ...words);
    clumsy.close();
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(
      'imbot.message.add of clumsy, for Alice Arden: refused, KEYBOARD_ERROR Incorrect keyboard params ' +
        '(KEYBOARD, button 1 "Off": has no action',
    );
  });

  test('leads to the bot itself where it took its event and wrote nothing', async () => {
    const silent = createServer((_, response) => response.end());
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const handler = `http://127.0.0.1:${(silent.address() as AddressInfo).port}/`;
    await post(`${server.started.webhookUrl}imbot.register`, {
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
      '1',
      'Are you there?',
    );
    silent.close();
    expect({ code, stdout, stderr }).toEqual({
      code: 1,
      stdout: '',
      stderr:
        'Nothing came back from mute within 1 s. Mute took its event: look at what it prints itself. What it called: ./botyard calls --bot Mute --data here\n',
    });
  });

  test('says of a silent bot that fetches its events that it may not run', async () => {
    const fields = { botToken: 'of nobody', code: 'asleep', properties: { name: 'asleep' } };
    await post(`${server.started.webhookUrl}imbot.v2.Bot.register`, { fields });
    const said = ['say', ...data, '--as', 'Bob', '--to', 'asleep', '--within', '0.3', 'Are you there?'];
    const { code, stderr } = await botyard(folder.path, ...said);
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr:
        'Nothing came back from asleep within 0.3 s. asleep fetches its events: does it run? What waits for it: ./botyard events --data here\n',
    });
  });

  test('says of one that fetched its event that it did', async () => {
    const fields = { botToken: 'of a listener', code: 'listener', properties: { name: 'Listener' } };
    const call = async (method: string, params: object) =>
      (await post(server.started.webhookUrl + method, { botToken: 'of a listener', ...params })).body.result;
    const { bot } = await call('imbot.v2.Bot.register', { fields });
    await call('im.message.add', { DIALOG_ID: bot.id, MESSAGE: 'The first word makes the chat' });
    const { nextOffset: offset } = await call('imbot.v2.Event.get', { botId: bot.id });
    const fetched = call('imbot.v2.Event.get', { botId: bot.id, offset, wait: 25 });
    const said = ['say', ...data, '--as', 'Alice', '--to', 'listener', '--within', '1', 'Are you there?'];
    const { code, stderr } = await botyard(folder.path, ...said);
    expect((await fetched).events).toHaveLength(1);
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr:
        'Nothing came back from listener within 1 s. Listener took its event: look at what it prints itself. What it called: ./botyard calls --bot Listener --data here\n',
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
    expect(stdout).toMatch(/^\d\d:\d\d:\d\d {2}message +\[Carol and Echo\] Carol Cedar: \/echo for the tail$/m);
    expect(stdout).toMatch(/^\d\d:\d\d:\d\d {2}event +ONIMCOMMANDADD for Echo \(event \d+\)$/m);
    expect(stdout).toMatch(
      /^\d\d:\d\d:\d\d {2}message +\[Carol and Echo\] Echo: for the tail {2}\[ Repeat: \/echo for the tail \] \[ Help: \/help \]$/m,
    );
    expect(stdout).toMatch(
      /^\d\d:\d\d:\d\d {2}delivery +ONIMCOMMANDADD to Echo at http:\/\/127\.0\.0\.1:\d+: answered 200 in \d+ ms \(event \d+\)$/m,
    );
  });
});
