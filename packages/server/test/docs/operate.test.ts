import { execFile, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Agent, request } from 'undici';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemClock } from '#kit/clock.ts';
import { silentLog } from '#kit/log.ts';
import { certificateFor } from '../../src/tls.ts';
import {
  botyard,
  type Ended,
  launch,
  type Running,
  type Server,
  startServer,
  temporaryFolder,
} from '../cli/botyard.ts';
import { blocks, pathOf, textOf } from './document.ts';

/*
 * What docs/how-to/operate.md says is done: a portal is started with the options of the unit and put behind real
 * proxies with the blocks that stand there. Only names, ports and paths are others.
 */

const guide = textOf('docs/how-to/operate.md');
const [unit = ''] = blocks(guide, 'ini');
const PROGRAM = '/opt/botyard/botyard';
const NAME = 'bots.example.com';

const folder = temporaryFolder();
const at = (...names: string[]) => join(folder.path, ...names);
const data = at('data');
const token = 'a-token-of-the-metrics-alone';

/** Text with others in place of what must stand there. */
function replaced(text: string, others: Readonly<Record<string, string>>): string {
  return Object.entries(others).reduce((before, [what, other]) => {
    expect(before).toContain(what);
    return before.replaceAll(what, other);
  }, text);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The options that the unit starts with, for a portal behind a proxy at that port. */
function optionsOfUnit(proxyPort: number): string[] {
  const [, options = ''] = /^ExecStart=\S+ start (.*)$/m.exec(unit) ?? [];
  return replaced(options, { [`https://${NAME}`]: `https://localhost:${proxyPort}`, '/var/lib/botyard': data }).split(
    ' ',
  );
}

interface Proxy {
  readonly name: string;
  readonly program: string;
  start(proxyPort: number, portal: string): Promise<void>;
  stop(): Promise<unknown>;
}

const PATHS = {
  [`/etc/letsencrypt/live/${NAME}/fullchain.pem`]: at('tls-cert.pem'),
  [`/etc/letsencrypt/live/${NAME}/privkey.pem`]: at('tls-key.pem'),
};

function nginx(): Proxy {
  const run = (...args: string[]) =>
    spawnSync('nginx', ['-p', at('nginx'), '-c', at('nginx', 'conf'), ...args], { encoding: 'utf8' });
  return {
    name: 'nginx',
    program: 'nginx',
    async start(proxyPort, portal) {
      const [block = ''] = blocks(guide, 'nginx');
      const server = replaced(block, {
        ...PATHS,
        'listen 443 ssl': `listen 127.0.0.1:${proxyPort} ssl`,
        [NAME]: 'localhost',
        '127.0.0.1:8424': portal,
      });
      mkdirSync(at('nginx'));
      // Its workers are another user's.
      for (const path of [folder.path, at('nginx')]) chmodSync(path, 0o755);
      const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((one) => `${one}_temp_path ${one};`);
      writeFileSync(
        at('nginx', 'conf'),
        `pid pid; error_log error.log; events {} http { access_log off; ${temporary.join(' ')} ${server} }`,
      );
      // It goes into the background when it listens.
      expect(run()).toMatchObject({ status: 0 });
    },
    stop: async () => run('-s', 'stop'),
  };
}

function caddy(): Proxy {
  let running: Running;
  return {
    name: 'Caddy',
    program: 'caddy',
    async start(proxyPort, portal) {
      const [block = ''] = blocks(guide, 'caddyfile');
      const site = replaced(block, {
        [`${NAME} {`]: `https://localhost:${proxyPort} {\n    tls ${at('tls-cert.pem')} ${at('tls-key.pem')}`,
        '127.0.0.1:8424': portal,
      });
      writeFileSync(at('Caddyfile'), `{\n    admin off\n    auto_https disable_redirects\n}\n${site}`);
      const command = ['caddy', 'run', '--adapter', 'caddyfile', '--config', at('Caddyfile')] as const;
      running = launch([], folder.path, { command: [...command], env: { HOME: folder.path } });
      await running.line((line) => line.includes('serving initial configuration'));
    },
    stop() {
      running.process.kill('SIGTERM');
      return running.ended;
    },
  };
}

const hasProgram = (name: string) => spawnSync('which', [name]).status === 0;

beforeAll(async () => {
  symlinkSync(pathOf('botyard'), at('botyard'));
  writeFileSync(at('metrics-token'), `${token}\n`);
  await certificateFor(folder.path, [], systemClock.now(), silentLog);
  mkdirSync(at('backups'));
});
afterAll(() => folder.remove());

for (const proxy of [nginx(), caddy()]) {
  const isThere = hasProgram(proxy.program);
  if (!isThere)
    process.stdout.write(`${proxy.name} is not installed (apt install ${proxy.program}): its tests are skipped.\n`);

  describe.skipIf(!isThere)(`a portal behind ${proxy.name}`, () => {
    let portal: Server;
    let proxyUrl: string;
    let dispatcher: Agent;
    let person: { webhook: string; cookie: string };

    beforeAll(async () => {
      const proxyPort = await freePort();
      proxyUrl = `https://localhost:${proxyPort}`;
      dispatcher = new Agent({ connect: { ca: readFileSync(at('tls-cert.pem')) } });
      portal = await startServer(folder.path, ...optionsOfUnit(proxyPort), '--metrics-token-file', at('metrics-token'));
      await proxy.start(proxyPort, new URL(listening()).host);
      person = await cameIn();
    });
    afterAll(async () => {
      await proxy.stop();
      await portal.stop();
      await dispatcher.close();
    });

    /** Where the portal itself listens, as its control file says. */
    const listening = () => JSON.parse(readFileSync(join(data, 'control.json'), 'utf8')).url as string;

    const ask = async (url: string, headers: Record<string, string> = {}, form?: Record<string, string>) => {
      const answer = await request(url, {
        dispatcher,
        headers: { ...headers, ...(form && { 'content-type': 'application/x-www-form-urlencoded' }) },
        ...(form && { method: 'POST', body: new URLSearchParams(form).toString() }),
      });
      return { status: answer.statusCode, headers: answer.headers, text: await answer.body.text() };
    };

    /** Somebody who was invited, and has come in through the proxy as a browser does. */
    async function cameIn() {
      const name = `Olga ${proxy.name}`;
      const { stdout } = await botyard(folder.path, 'user', 'add', '--name', name, '--data', data);
      const [invitation = ''] = /https:\/\/\S+\/invite\/\w+/.exec(stdout) ?? [];
      expect(invitation.startsWith(`${proxyUrl}/invite/`)).toBe(true);
      const [password, origin] = ['correct horse battery', proxyUrl];
      const answer = await ask(invitation, { origin }, { name, lastName: '', email: '', password, again: password });
      expect(answer.status).toBe(303);
      const webhook = (await botyard(folder.path, 'webhook', 'add', '--as', name, '--data', data)).stdout.trim();
      return { webhook, cookie: String(answer.headers['set-cookie']) };
    }

    test('gives browsers a cookie for HTTPS alone', () => {
      expect(person.cookie).toMatch(/^botyard_session=.*; Secure$/);
    });

    test('says its public address, and answers calls there', async () => {
      expect(person.webhook.startsWith(`${proxyUrl}/rest/`)).toBe(true);
      const answer = await ask(`${person.webhook}profile`);
      expect(answer).toMatchObject({ status: 200, text: expect.stringContaining('"NAME":"Olga') });
    });

    test('refuses what is too large itself', async () => {
      const answer = await ask(
        `${person.webhook}im.message.add`,
        {},
        { DIALOG_ID: '1', MESSAGE: 'x'.repeat(2_000_000) },
      );
      expect(JSON.parse(answer.text)).toHaveProperty('error');
    });

    test('tells its log where a caller is, not where the caller says to be', async () => {
      const form = { login: 'nobody', password: 'a guess' };
      expect(await ask(`${proxyUrl}/login`, { 'x-forwarded-for': '192.0.2.7' }, form)).toMatchObject({ status: 401 });
      const line = JSON.parse(await portal.line((one) => one.includes('Sign-in refused')));
      expect(line).toMatchObject({ level: 'warn', ip: '127.0.0.1' });
    });

    test('shows its metrics to programs beside it, and to others with the token', async () => {
      const direct = `${listening()}/metrics`;
      const bearer = { authorization: `Bearer ${token}` };
      expect(await ask(direct)).toMatchObject({ status: 200, text: expect.stringContaining('botyard_calls_total{') });
      expect(await ask(direct, { 'x-forwarded-for': '127.0.0.1' })).toMatchObject({ status: 401 });
      expect(await ask(`${proxyUrl}/metrics`)).toMatchObject({ status: 401 });
      expect(await ask(`${proxyUrl}/metrics`, { authorization: `Bearer ${token}x` })).toMatchObject({ status: 401 });
      expect(await ask(`${proxyUrl}/metrics`, bearer)).toMatchObject({ status: 200 });
    });

    test('is ready', async () => {
      for (const path of ['/health', '/ready']) expect(await ask(proxyUrl + path)).toMatchObject({ status: 200 });
    });
  });
}

/** Runs a line in the folder, where `./botyard` leads to the one of the checkout. */
function shell(line: string): Promise<Ended> {
  return new Promise((resolve) =>
    execFile('sh', ['-c', line], { cwd: folder.path }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    ),
  );
}

test('the commands that the guide names do what it says, in its order', async () => {
  const lines = blocks(guide, 'sh').flatMap((block) =>
    block.split('\n').filter((line) => line.includes(`-u botyard ${PROGRAM}`)),
  );
  expect(lines.map((line) => /botyard\/botyard (\w+)/.exec(line)?.[1])).toEqual([
    'status',
    'backup',
    'restore',
    'check',
    'check',
    'backup',
  ]);
  const server = await startServer(folder.path, '--no-examples', '--data', data);
  try {
    for (const line of lines) {
      const own = line
        .replace(`sudo -u botyard ${PROGRAM}`, './botyard')
        .replaceAll('/var/lib/botyard', data)
        .replaceAll('/var/backups/botyard', at('backups'));
      expect({ line, ...(await shell(own)) }).toMatchObject({ code: 0, stderr: '' });
    }
  } finally {
    await server.stop();
  }
});

test.skipIf(!hasProgram('systemd-analyze'))('systemd has nothing to say against the unit', () => {
  expect(existsSync(pathOf('botyard'))).toBe(true);
  writeFileSync(at('botyard.service'), replaced(unit, { [PROGRAM]: pathOf('botyard') }));
  const { status, stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', at('botyard.service')], {
    encoding: 'utf8',
  });
  expect({ status, said: stderr.split('\n').filter((line) => line.includes('botyard.service')) }).toEqual({
    status: 0,
    said: [],
  });
});
