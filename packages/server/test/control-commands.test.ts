import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { control, follow } from '#cli/control-client.ts';
import type { ControlFile } from '#cli/control-file.ts';
import { commands } from '#control/commands.generated.ts';
import type { AnsweringName, Body, StreamingName } from '#control/registry.ts';
import { VERSION } from '#kit/version.ts';
import { temporaryFolder } from './cli/botyard.ts';
import { createWorld, inWorld, type World } from './world.ts';

/*
 * Every command once, over HTTP, by the client that the command line uses. The server holds each answer to what the
 * command declares, so that one which is not as declared fails here.
 */

const folder = temporaryFolder();
writeFileSync(join(folder.path, 'key'), new Uint8Array(32).fill(7), { mode: 0o600 });
const TOKEN = 'only-the-owner-can-read-this';
let world: World;
let server: ControlFile;
beforeAll(async () => {
  world = await createWorld({
    controlToken: TOKEN,
    // As if it lay there: a portal without a place cannot be backed up.
    place: {
      directory: folder.path,
      databaseFile: undefined,
      databaseAddress: 'postgres://botyard@db.example.com/botyard',
    },
    onError: (error) => failures.push(error),
    onStopAsked: () => {
      stopsAsked += 1;
    },
  });
  server = { url: world.app.address, token: TOKEN, pid: process.pid, version: VERSION };
  const helper = await world.bot({ code: 'helper', more: { PROPERTIES: { NAME: 'Helper' } } });
  await world.alice.ok('im.message.add', { DIALOG_ID: helper, MESSAGE: 'hi' });
  await control(server, 'app.add', { title: 'Weather', handler: 'http://127.0.0.1:9/', isApiOnly: true });
  await control(server, 'webhook.add', { as: 'Bob' });
});
afterAll(async () => {
  await world.close();
  folder.remove();
});
const failures: unknown[] = [];
let stopsAsked = 0;

/** In this order; a command that is missing here does not compile. */
const bodies: { readonly [Name in AnsweringName]: () => Promise<Body<Name>> } = {
  'app.add': async () => ({ title: 'Second', handler: 'http://127.0.0.1:9/', scope: ['im'], only: ['Alice', 'Bob'] }),
  'app.list': async () => ({}),
  'app.show': async () => ({ app: 'Weather' }),
  'app.change': async () => ({ app: 'Weather', title: 'Storm', only: null }),
  'app.remove': async () => ({ app: 'Storm' }),
  'bot.test': async () => ({ bot: 'Helper', event: 'onImBotMessageAdd' }),
  'bot.retry': async () => ({ bot: 'helper' }),
  'bot.pause': async () => ({ bot: 'Helper' }),
  'bot.resume': async () => ({ bot: 'Helper' }),
  'bot.retries': async () => ({ bot: 'Helper', isOn: true }),
  'bot.replay': async () => ({ bot: 'Helper', sinceMs: 60_000 }),
  'bot.list': async () => ({}),
  'bot.show': async () => ({ bot: 'Helper' }),
  'bot.remove': async () => ({ bot: await anotherBot() }),
  'chat.add': async () => ({ as: 'Alice', title: 'Plans', with: ['Bob', 'Helper'], isOpen: true }),
  'chat.list': async () => ({ as: 'Alice' }),
  'chat.show': async () => ({ as: 'Alice', chat: 'Plans', messages: 5 }),
  check: async () => ({}),
  commands: async () => ({ as: 'Alice', in: 'Helper' }),
  'event.list': async () => ({ bot: 'Helper', isFailed: true, sinceMs: 60_000, limit: 10 }),
  'event.show': async () => ({ id: await eventOfHelper(), isPrepared: true }),
  'event.retry': async () => ({ id: await eventOfHelper() }),
  'event.resend': async () => ({ id: await eventOfHelper(), set: { 'data[PARAMS][MESSAGE]': 'edited' } }),
  'event.skip': async () => ({ id: await eventOfHelper() }),
  'fault.add': async () => ({ method: 'profile', code: 'INTERNAL_SERVER_ERROR', times: 2, as: 'Alice', isKept: true }),
  'fault.list': async () => ({}),
  'fault.clear': async () => ({}),
  login: async () => ({ as: 'Alice' }),
  'portal.close': async () => ({}),
  'portal.open': async () => ({}),
  'portal.plan': async () => ({ plan: 'commercial' }),
  'portal.webhooks': async () => ({ webhookMakers: 'everybody' }),
  status: async () => ({}),
  stop: async () => ({}),
  'user.add': async () => ({ name: 'Olga', email: 'olga@example.org' }),
  'user.list': async () => ({ withDismissed: true }),
  'user.change': async () => ({ as: 'Olga', isAdmin: true }),
  'user.invite': async () => ({ as: 'Olga' }),
  'user.password': async () => ({ as: 'Olga', password: 'correct horse battery' }),
  'webhook.add': async () => ({ as: 'Olga', scope: ['im'], title: 'Another', expiresInDays: 3 }),
  'webhook.list': async () => ({ as: 'Olga' }),
  'webhook.change': async () => ({ as: 'Olga', id: await webhookOf('Olga'), expiresInDays: null, title: 'Mine' }),
  'webhook.revoke': async () => ({ as: 'Olga', id: await webhookOf('Olga') }),
  'webhook.outgoing.add': async () => ({ as: 'Alice', handler: 'http://127.0.0.1:9/', events: ['ONUSERADD'] }),
  'webhook.outgoing.list': async () => ({}),
  'webhook.outgoing.remove': async () => ({ id: await outgoingWebhook() }),
};

const streams: { readonly [Name in StreamingName]: Body<Name> } = {
  backup: { file: join(folder.path, 'backup.tar') },
  say: { as: 'Bob', to: 'Alice', text: 'hello' },
  tail: {},
};

async function anotherBot(): Promise<string> {
  return String(await world.bot({ clientId: 'another', code: 'another' }));
}

async function eventOfHelper(): Promise<number> {
  return (await control(server, 'event.list', { bot: 'Helper' })).events[0]?.id ?? 0;
}

async function webhookOf(as: string): Promise<number> {
  return (await control(server, 'webhook.list', { as })).webhooks[0]?.id ?? 0;
}

async function outgoingWebhook(): Promise<number> {
  return (await control(server, 'webhook.outgoing.list', {})).webhooks[0]?.id ?? 0;
}

test('every command of the tree is tried here', () => {
  expect([...Object.keys(bodies), ...Object.keys(streams)].sort()).toEqual(Object.keys(commands).sort());
});

describe('what is answered is what was declared', () => {
  test.each(Object.keys(bodies) as AnsweringName[])('%s', async (name) => {
    const answer = await control(server, name, await bodies[name]());
    expect(commands[name].answer.parse(answer)).toEqual(answer);
    expect(Object.keys(answer)).not.toHaveLength(0);
    expect(failures).toEqual([]);
  });

  test('backup', async () => {
    const lines = [];
    for await (const line of follow(server, 'backup', streams.backup)) lines.push(commands.backup.line.parse(line));
    const { file } = streams.backup;
    const databaseAddress = 'postgres://botyard@db.example.com/botyard';
    expect(lines.at(-1)).toEqual({
      kind: 'made',
      file,
      bytes: expect.any(Number),
      hasDatabase: false,
      databaseAddress,
    });
    const again = [];
    for await (const line of follow(server, 'backup', streams.backup)) again.push(line);
    expect(again).toEqual([{ kind: 'failed', message: expect.stringContaining(`${file} exists already`) }]);
    expect(failures).toEqual([]);
  });

  test('say', async () => {
    const lines = [];
    for await (const line of follow(server, 'say', streams.say)) lines.push(commands.say.line.parse(line));
    expect(lines).toEqual([{ kind: 'end', result: 'nobody', answers: 0, reason: null }]);
  });

  test('tail', async () => {
    const lines = [];
    for await (const line of follow(server, 'tail', streams.tail)) {
      lines.push(commands.tail.line.parse(line));
      if (lines.length === 1) await world.bob.ok('im.message.add', { DIALOG_ID: '1', MESSAGE: 'hello' });
      else break;
    }
    expect(lines).toMatchObject([{ kind: 'watching' }, { kind: 'message', author: 'Bob Birch', text: 'hello' }]);
  });
});

test.each([
  ['https://portal.example', 'https://portal.example:8443/page', /portal, .* such as apps\.portal\.example, or start/],
  ['http://localhost:8424', 'http://localhost:3000/', /Use http:\/\/127\.0\.0\.1:3000\/$/],
  [undefined, 'http://botyard.localhost:3000/', /Use http:\/\/127\.0\.0\.1:3000\/$/],
])('an application has another host name than the portal at %s', async (publicUrl, handler, message) => {
  await inWorld({ controlToken: TOKEN, ...(publicUrl !== undefined && { publicUrl }) }, async ({ app }) => {
    const portal = { ...server, url: app.address };
    const elsewhere = { title: 'Weather', handler: 'http://bots.example/' };
    await expect(control(portal, 'app.add', { ...elsewhere, handler })).rejects.toThrow(message);
    await expect(control(portal, 'app.add', { ...elsewhere, install: handler })).rejects.toThrow(message);
    await control(portal, 'app.add', elsewhere);
    await expect(control(portal, 'app.change', { app: 'Weather', handler })).rejects.toThrow(message);
    await expect(control(portal, 'app.change', { app: 'Weather', install: handler })).rejects.toThrow(message);
  });
});

test('stop has whoever started the portal end it, after the answer', async () => {
  expect(stopsAsked).toBe(1);
});

test('tail as a person shows what they see and nothing else', async () => {
  const texts: string[] = [];
  for await (const line of follow(server, 'tail', { as: 'Bob' })) {
    if (line.kind === 'watching') {
      await world.carol.ok('im.message.add', { DIALOG_ID: '1', MESSAGE: 'not for Bob' });
      await world.carol.ok('im.message.add', { DIALOG_ID: '2', MESSAGE: 'for Bob' });
    } else {
      texts.push(line.kind === 'message' ? line.text : line.kind);
      break;
    }
  }
  expect(texts).toEqual(['for Bob']);
});

describe('a client is told in one line', () => {
  const other = (version: string | undefined): ControlFile => {
    const { version: _, ...file } = server;
    return version === undefined ? file : { ...file, version };
  };

  test.each([
    ['9.9.9', /runs Botyard 9\.9\.9, and this is \d.*Use that version, or stop it and start it again with this one$/],
    [undefined, /runs an older Botyard, and this is/],
  ])('that the portal is of another version (%s), and nothing is done', async (version, message) => {
    await expect(control(other(version), 'user.add', { name: 'Nobody' })).rejects.toThrow(message);
    expect((await control(server, 'webhook.list', {})).webhooks.map(({ owner }) => owner)).not.toContain('Nobody');
    await expect(control(server, 'user.invite', { as: 'Nobody' })).rejects.toThrow(/Nobody here is called "Nobody"/);
  });

  test('that the portal was started from older sources, which lack the command', async () => {
    const unknown = 'app.paint' as 'app.list';
    await expect(control(server, unknown, {})).rejects.toThrow(
      /^This portal has no command "app\.paint": it was started from older sources than this\. Stop it \(process \d+\) and start it again/,
    );
  });

  test('that what answers there is another portal', async () => {
    await expect(control({ ...server, token: 'another' }, 'status', {})).rejects.toThrow(
      /is not the server of this data/,
    );
  });

  test('that nothing answers there', async () => {
    const nobody = { ...server, url: 'http://127.0.0.1:9' };
    await expect(control(nobody, 'status', {})).rejects.toThrow(/^Nothing answers at http:\/\/127\.0\.0\.1:9/);
  });
});
