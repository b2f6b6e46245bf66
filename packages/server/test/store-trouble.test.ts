import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqliteFile, type SqliteDatabase } from '#storage/sqlite-driver.ts';
import { createWorld, type Handler, type World } from './world.ts';

let folder: string;
let world: World;
let other: SqliteDatabase | undefined;
let handler: Handler;
let botId: number;
const log: string[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'botyard-'));
  log.length = 0;
  world = await createWorld({
    database: join(folder, 'botyard.db'),
    onError: (error, where) => log.push(`${where}: ${error instanceof Error ? error.stack : String(error)}`),
  });
  handler = await world.handler();
  botId = await world.bot({ handler });
  await world.settled();
});
afterEach(async () => {
  other?.close();
  other = undefined;
  await world.close();
  rmSync(folder, { recursive: true });
});

const say = (text: string) => world.bob.call('im.message.add', { DIALOG_ID: botId, MESSAGE: text });
const heard = () => handler.events('ONIMBOTMESSAGEADD').map((event) => event.data.PARAMS.MESSAGE);
const overload = { status: 503, body: { error: 'OVERLOAD_LIMIT' } };

/** Until what waits for the store to come back has been written down. */
async function recovered(): Promise<void> {
  await world.settled();
  for (let i = 0; i < 5; i += 1) {
    world.clock.advance(60_000);
    await world.settled();
  }
}

describe('a database that another process holds', () => {
  it('makes calls that write answer 503, quickly, while others are answered; then all goes on', async () => {
    expect((await say('before')).status).toBe(200);
    await world.settled();
    other = openSqliteFile(join(folder, 'botyard.db'));
    other.exec('begin exclusive');
    const began = performance.now();
    expect(await say('refused')).toMatchObject(overload);
    expect((await fetch(`${world.app.address}/ready`)).status).toBe(503);
    expect((await fetch(`${world.app.address}/health`)).status).toBe(200);
    expect((await world.bob.call('profile')).status).toBe(200);
    expect(performance.now() - began).toBeLessThan(1_900);
    other.exec('rollback');
    expect((await fetch(`${world.app.address}/ready`)).status).toBe(200);
    expect((await say('after')).status).toBe(200);
    await recovered();
    expect(heard()).toEqual(['before', 'after']);
  });

  it('keeps delivery waiting and loses nothing that was acknowledged', async () => {
    let lock: (() => void) | undefined = () => {
      other = openSqliteFile(join(folder, 'botyard.db'));
      other.exec('begin exclusive');
    };
    // While the handler answers, so that what became of the event cannot be written down.
    handler.answer = () => {
      lock?.();
      lock = undefined;
      return { status: 200 };
    };
    const acknowledged: string[] = [];
    const sayAndNote = async (text: string) => {
      if ((await say(text)).status === 200) acknowledged.push(text);
    };
    await Promise.all(['one', 'two', 'three'].map(sayAndNote));
    while (lock) await new Promise(setImmediate);
    expect(await say('refused')).toMatchObject(overload);
    other?.exec('rollback');
    await sayAndNote('four');
    expect(acknowledged).toContain('four');
    await recovered();
    // At least once each, and none that was refused.
    expect([...new Set(heard())].sort()).toEqual(acknowledged.sort());
  });
});

describe('a full disk', () => {
  it('makes calls that write answer 503, and all goes on once there is room', async () => {
    expect((await say('before')).status).toBe(200);
    await world.settled();
    const limit = (pages: string) =>
      world.app.store.writeWith((session) => session.exec(`pragma max_page_count = ${pages}`));
    // Lower than what there is means: not one page more.
    await limit('1');
    let answer = await say('x'.repeat(19_000));
    for (let i = 0; i < 20 && answer.status === 200; i += 1) answer = await say('x'.repeat(19_000));
    expect(answer).toMatchObject(overload);
    expect((await world.bob.call('profile')).status).toBe(200);
    await limit('1000000');
    expect((await say('after')).status).toBe(200);
    await recovered();
    expect(heard()).toContain('before');
    expect(heard()).toContain('after');
  });
});

describe('what must stay secret', () => {
  it('stands neither in the database nor in the log nor in an answer', async () => {
    const codes = world.app.cast.webhooks.map(({ code }) => code);
    const [code = ''] = codes;
    const answers: string[] = [];
    for (const path of ['profile', 'no.such', 'im.message.add', '%', 'a/b/c'])
      for (const body of ['{', '{"DIALOG_ID":"chat1"}'])
        answers.push(await (await fetch(`${world.alice.webhookUrl}${path}`, { method: 'POST', body })).text());
    other = openSqliteFile(join(folder, 'botyard.db'));
    other.exec('begin exclusive');
    answers.push(JSON.stringify(await say('refused')));
    other.exec('rollback');
    await recovered();
    const stored = readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'latin1'))
      .join('');
    // The search itself works.
    expect(stored).toContain('Alice');
    expect(log.join('\n')).toContain('locked');
    const sent = handler.received.map(({ raw, rawHeaders }) => raw + rawHeaders.join('\n')).join('');
    for (const one of codes)
      for (const text of [stored, log.join('\n'), answers.join('\n'), sent]) expect(text.includes(one)).toBe(false);
    expect(code).not.toBe('');
  });
});
