import { existsSync, readFileSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { openApiText } from '../reference/openapi-text.ts';
import { post } from '../world.ts';
import { botyard, launch, type Server, startServer, temporaryFolder } from './botyard.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());

describe('a portal with its data on disk', () => {
  let server: Server;
  beforeAll(async () => {
    server = await startServer(folder.path);
  });
  afterAll(async () => {
    await server.stop();
  });

  test('says where it is on one line of JSON', () => {
    const { url, webhookUrl, webhooks, people, groupChatId } = server.started;
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(webhooks).toHaveLength(4);
    for (const webhook of webhooks)
      expect(webhook.url).toMatch(new RegExp(`^${url}/rest/${webhook.userId}/[a-z0-9]{24}/$`));
    expect(webhooks[0]).toMatchObject({ userId: 1, url: webhookUrl, scope: ['im', 'imbot', 'user', 'disk'] });
    expect(people).toEqual([
      { id: 1, name: 'Alice' },
      { id: 2, name: 'Bob' },
      { id: 3, name: 'Carol' },
      { id: 4, name: 'Dana' },
    ]);
    expect(groupChatId).toBeGreaterThan(0);
  });

  test('answers at its webhook, and tells a balancer that it is well', async () => {
    expect((await post(`${server.started.webhookUrl}profile`, {})).body.result.NAME).toBe('Alice');
    expect((await fetch(`${server.started.url}/health`)).status).toBe(200);
  });

  // The bundle runs units of work without promises: what waits for one elsewhere has to be left as it is.
  test('does a call once that is sent again while it runs and afterwards', async () => {
    const send = () =>
      post(`${server.started.webhookUrl}im.message.add?bx24_request_id=7`, { DIALOG_ID: '1', MESSAGE: 'once' });
    const answers = await Promise.all([send(), send()]);
    answers.push(await send());
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set(answers.map(({ body }) => body.result)).size).toBe(1);
  });

  test('describes its methods as their sources do', async () => {
    expect(await (await fetch(`${server.started.url}/openapi.json`)).json()).toEqual(JSON.parse(openApiText()));
  });

  test('keeps its key and its control file from other users, and its data out of repositories', () => {
    const data = join(folder.path, '.botyard');
    expect(statSync(join(data, 'key')).size).toBe(32);
    for (const name of ['key', 'control.json', 'botyard.db']) expect(statSync(join(data, name)).mode & 0o077).toBe(0);
    expect(readFileSync(join(data, '.gitignore'), 'utf8')).toBe('*\n');
  });

  test('has the echo bot in the group chat, where its commands answer', async () => {
    const { code, stdout } = await botyard(folder.path, 'say', '--as', 'Bob', '--to', 'Team', '/echo from the group');
    expect(stdout).toContain('Echo: from the group\n');
    expect(code).toBe(0);
  });

  test('does not share its data with a second server', async () => {
    const { code, stderr, stdout } = await botyard(folder.path, 'start', '--port', '0');
    expect(stderr).toBe(
      `Error: Another Botyard already runs on ${join(folder.path, '.botyard')} (at ${server.started.url}). Use that one, stop it, or start on other data: --data DIR.\n`,
    );
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  });

  test('does not share its port either', async () => {
    const { port } = new URL(server.started.url);
    const { code, stderr } = await botyard(folder.path, 'start', '--memory', '--port', port);
    expect(stderr).toMatch(
      new RegExp(`^Error: Port ${port} is taken by another program\\. .*--port 0 takes a free one\\)\n$`),
    );
    expect(code).toBe(1);
  });

  test('takes everything up again after a graceful stop', async () => {
    const before = server.started;
    const { code, stderr } = await server.stop();
    expect(code).toBe(0);
    expect(stderr).toContain('Stopped.');
    expect(existsSync(join(folder.path, '.botyard', 'control.json'))).toBe(false);

    server = await startServer(folder.path);
    const codes = (urls: readonly { url: string }[]) => urls.map(({ url }) => new URL(url).pathname);
    expect(codes(server.started.webhooks)).toEqual(codes(before.webhooks));
    // The bot listens on another port now, and has told the portal so.
    const said = await botyard(folder.path, 'say', '--as', 'Alice', '--to', 'Echo', '/echo again');
    expect(said.stdout).toContain('Echo: again\n');
    expect(said.code).toBe(0);
    const { bots } = JSON.parse((await botyard(folder.path, 'status', '--json')).stdout);
    expect(bots).toHaveLength(1);
  });

  test('leaves neither its lock nor its bot behind when it is killed', async () => {
    const tail = launch(['tail', '--json'], folder.path);
    await tail.line((line) => line.startsWith('Watching'));
    await botyard(folder.path, 'say', '--as', 'Alice', '--to', 'Echo', '/help');
    const delivery = JSON.parse(await tail.line((line) => line.includes('"delivery"')));
    const bot = connect(Number(new URL(delivery.to).port), '127.0.0.1');
    await new Promise((resolve) => bot.once('connect', resolve));
    const botIsGone = new Promise((resolve) => bot.once('close', resolve));

    server.process.kill('SIGKILL');
    await botIsGone;
    expect((await tail.ended).code).toBe(1);
    const said = await botyard(folder.path, 'status', '--data', '.botyard');
    expect(said.stderr).toMatch(/^Error: Nothing answers at http:\S+ \(it has stopped\)\. Start it: \.\/botyard start/);
    server = await startServer(folder.path, '--no-examples');
    expect((await post(`${server.started.webhookUrl}profile`, {})).status).toBe(200);
  });
});

describe('a portal that is open to the world', () => {
  test('starts without people, and shows nobody an address that acts as somebody', async () => {
    const server = await startServer(folder.path, '--memory', '--data', 'public', '--production');
    onTestFinished(() => void server.process.kill());
    expect(server.started).toMatchObject({ webhookUrl: null, webhooks: [], people: [], groupChatId: 0 });
    const added = await botyard(folder.path, 'user', 'add', '--data', 'public', '--name', 'Zoe', '--admin', '--json');
    expect(JSON.parse(added.stdout)).toMatchObject({ name: 'Zoe', isAdmin: true });
    const { stdout } = await botyard(folder.path, 'webhook', 'add', '--data', 'public', '--as', 'Zoe');
    expect((await post(`${stdout.trim()}profile`, {})).body.result).toMatchObject({ NAME: 'Zoe', ADMIN: true });
    expect((await server.stop()).stderr).not.toMatch(/rest\/\d+\//);
  });
});
