import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../server/test/world.ts';
import { CallError, type Client, createClient, readEvent } from '../src/index.ts';

const index = new URL('../src/index.ts', import.meta.url);
const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

let world: World;
let client: Client;

beforeAll(async () => {
  world = await createWorld();
  client = createClient({ webhook: world.alice.webhookUrl });
});
afterAll(() => world.close());

describe('a client', () => {
  it('calls methods through a webhook', async () => {
    const chatId = await client.call('im.chat.add', { TITLE: 'Deploys', USERS: [world.bob.id] });
    expect(await client.call('im.chat.user.list', { CHAT_ID: chatId })).toEqual([world.alice.id, world.bob.id]);
    expect(await client.call('profile')).toMatchObject({ NAME: 'Alice' });
  });

  it('throws what a call is refused with', async () => {
    const error = await client.call('im.message.add', { DIALOG_ID: 'chat999999', MESSAGE: 'a' }).catch((one) => one);
    expect(error).toBeInstanceOf(CallError);
    expect(error).toMatchObject({ code: 'CHAT_ID', description: 'Error creating message', status: 400 });
  });

  it('says so when something else than a portal answers', async () => {
    const portal = `${world.app.url}/nothing-here`;
    await expect(createClient({ portal, token: 'none' }).call('profile')).rejects.toBeInstanceOf(CallError);
  });

  it('reads lists page by page', async () => {
    for (let i = 0; i < 55; i += 1)
      await world.alice.ok('user.add', { EMAIL: `person${i}@example.com`, UF_DEPARTMENT: [1] });
    const { items, total, next } = await client.page('user.get', { sort: 'ID' });
    expect([items.length, next]).toEqual([50, 50]);
    const ids: (string | undefined)[] = [];
    for await (const person of client.list('user.get', { sort: 'ID' })) ids.push(person.ID);
    expect(ids).toHaveLength(total);
    expect(new Set(ids).size).toBe(total);
  });

  it('makes several calls in one request, each with its own answer', async () => {
    const { me, wrong } = await client.batch({ me: ['profile'], wrong: ['im.user.get', { ID: 999_999 }] });
    expect(me).toMatchObject({ NAME: 'Alice' });
    expect(wrong).toMatchObject({ code: 'USER_NOT_EXISTS', status: 200 });
  });

  it('calls as an application with a token, which is asked for before each call', async () => {
    const asked: string[] = [];
    const application = createClient({
      portal: world.app.url,
      token: () => {
        asked.push('token');
        return 'not-a-token';
      },
    });
    await expect(application.call('app.info')).rejects.toMatchObject({ code: 'invalid_token', status: 401 });
    expect(asked).toEqual(['token']);
  });

  it('reads the events that a handler received', async () => {
    const handler = await world.handler();
    const botId = await world.bot({ handler });
    await client.call('im.message.add', { DIALOG_ID: botId, MESSAGE: 'hello' });
    await world.settled();
    const received = handler.received
      .map(({ raw }) => readEvent(raw))
      .find(({ event }) => event === 'ONIMBOTMESSAGEADD');
    if (received?.event !== 'ONIMBOTMESSAGEADD') throw new Error('The bot heard nothing');
    expect(received.data.PARAMS.MESSAGE).toBe('hello');
    expect(received.data.BOT[botId]?.BOT_ID).toBe(String(botId));
  });

  it('reads names that every object has as names', () => {
    readEvent('event=X&data[__proto__][polluted]=1');
    expect(({} as { polluted?: string }).polluted).toBeUndefined();
  });
});

describe('the example of the README', () => {
  it('runs', async () => {
    const [, example = ''] = /```js\n([\s\S]*?)```/.exec(readme) ?? [];
    const folder = mkdtempSync(join(tmpdir(), 'botyard-client-'));
    try {
      const file = join(folder, 'example.mjs');
      writeFileSync(file, example.replace("'@botyard/client'", `'${index.href}'`));
      const { stdout } = await promisify(execFile)(process.execPath, ['--import', import.meta.resolve('tsx'), file], {
        env: { ...process.env, WEBHOOK_URL: world.alice.webhookUrl },
      });
      expect(stdout).toContain('Alice\n');
      expect(stdout).toContain('CHAT_ID 400\n');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
