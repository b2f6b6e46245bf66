import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { outbox } from '#storage/stores/outbox.ts';
import { createWorld, type Handler, type Person, type Received, type World } from '../../test/world.ts';

let world: World;
let handler: Handler;
let botId: number;

beforeEach(async () => {
  world = await createWorld();
  handler = await world.handler();
  botId = await world.bot({ handler });
});
afterEach(() => world.close());

const say = (person: Person, text: string, to: number | string = botId) =>
  person.ok('im.message.add', { DIALOG_ID: to, MESSAGE: text });
const texts = (of = handler) => of.events('ONIMBOTMESSAGEADD').map((body) => body.data.PARAMS.MESSAGE);
const counts = () => world.app.store.readWith((session) => outbox(session).countByState());

/** Lets the handler answer only when it is told to; then the oldest request first. */
function holdBack(of = handler) {
  const waiting: { received: Received; let: (status: number) => void }[] = [];
  const arrived = new Set<() => void>();
  of.answer = (received) =>
    new Promise((resolve) => {
      waiting.push({ received, let: (status) => resolve({ status }) });
      for (const tell of arrived) tell();
    });
  return {
    waiting,
    /** Resolves when so many requests are waiting for their answer. */
    async has(count: number) {
      while (waiting.length < count) await new Promise<void>((resolve) => arrived.add(resolve));
    },
    release() {
      of.answer = () => ({ status: 200 });
      for (const one of waiting.splice(0)) one.let(200);
    },
  };
}

describe('delivery', () => {
  it('brings each event to its handler and writes down that it did', async () => {
    await say(world.alice, 'hello');
    await world.settled();
    expect(handler.received.map(({ body }) => body.event)).toEqual(['ONIMBOTJOINCHAT', 'ONIMBOTMESSAGEADD']);
    expect(await counts()).toEqual({ pending: 0, delivered: 2, dead: 0, dropped: 0 });
  });

  it('signs each event as Standard Webhooks has it, with the token of the application', async () => {
    await say(world.alice, 'hello');
    await world.settled();
    const [one] = handler.received;
    const header = (name: string) => String(one?.headers[name]);
    const signed = `${header('webhook-id')}.${header('webhook-timestamp')}.${one?.raw}`;
    const token = one?.body.auth.application_token;
    expect(token).toMatch(/^\w{32}$/);
    expect(header('webhook-signature')).toBe(`v1,${createHmac('sha256', token).update(signed).digest('base64')}`);
    expect(header('webhook-timestamp')).toBe(String(Math.floor(world.clock.now() / 1000)));
    expect(header('user-agent')).toBe('Bitrix24 Webhook Engine');
    expect(header('content-length')).toBe(String(Buffer.byteLength(one?.raw ?? '')));
    expect(one?.rawHeaders).toContain('Content-Type');
  });

  it('names each event by an id that no other event has', async () => {
    for (let i = 0; i < 5; i += 1) await say(world.alice, `${i}`);
    await world.settled();
    const ids = handler.received.map(({ headers }) => headers['webhook-id']);
    expect(new Set(ids).size).toBe(6);
    for (const id of ids) expect(id).toMatch(/^evt_\d+$/);
  });

  it('keeps the order of a dialog, however many messages come at once', async () => {
    await say(world.alice, 'first');
    await Promise.all(Array.from({ length: 50 }, (_, i) => say(world.alice, `${i}`)));
    await world.settled();
    const ids = handler.events('ONIMBOTMESSAGEADD').map((body) => Number(body.data.PARAMS.MESSAGE_ID));
    expect(ids).toHaveLength(51);
    expect(ids).toEqual([...ids].sort((a, b) => a - b));
  });

  it('sends the next event of a dialog only when the last one was answered, and other dialogs beside it', async () => {
    for (const person of [world.alice, world.bob, world.carol]) await say(person, 'hello');
    await world.settled();
    const held = holdBack();
    for (const person of [world.alice, world.bob, world.carol]) {
      await say(person, `${person.id} one`);
      await say(person, `${person.id} two`);
    }
    await held.has(3);
    expect(held.waiting.map(({ received }) => received.body.data.PARAMS.MESSAGE).sort()).toEqual([
      '1 one',
      '2 one',
      '3 one',
    ]);
    held.waiting.shift()?.let(200);
    await held.has(3);
    expect(texts().slice(-1)).toEqual(['1 two']);
    held.release();
    await world.settled();
    for (const id of [1, 2, 3])
      expect(texts().filter((text) => text.startsWith(`${id} `))).toEqual([`${id} one`, `${id} two`]);
  });

  it('does not let a bot that hangs delay another one', async () => {
    const hanging = await world.handler();
    const held = holdBack(hanging);
    const hangingId = await world.bot({ handler: hanging, code: 'hanging', clientId: 'another-app' });
    await say(world.alice, 'to nobody', hangingId);
    await held.has(1);
    await say(world.alice, 'to you');
    await say(world.bob, 'and to you');
    while (texts().length < 2) await new Promise(setImmediate);
    expect(held.waiting).toHaveLength(1);
    held.release();
  });

  it('answers the API while a bot hangs', async () => {
    const held = holdBack();
    await say(world.alice, 'one');
    await held.has(1);
    expect(await say(world.alice, 'two')).toBeGreaterThan(0);
    held.release();
  });

  it('ends an exchange after ten seconds', async () => {
    const held = holdBack();
    await say(world.alice, 'hello');
    await held.has(1);
    world.clock.advance(10_000);
    await world.settled();
    const [attempt] = await world.app.store.readWith((session) =>
      session.query((db) => db.selectFrom('attempt').selectAll().orderBy('id', 'desc')),
    );
    expect(attempt).toMatchObject({ status: null, error: 'no answer within 10 s', duration_ms: 10_000 });
    held.release();
  });

  it('keeps 4 KiB of an answer that is longer', async () => {
    handler.answer = () => ({ status: 400, body: 'x'.repeat(1_000_000) });
    await say(world.alice, 'hello');
    await world.settled();
    const [attempt] = await world.app.store.readWith((session) =>
      session.query((db) => db.selectFrom('attempt').selectAll().orderBy('id', 'desc')),
    );
    expect(attempt?.answer).toBe(`${'x'.repeat(4_096)}…`);
  });

  it('goes past the backlog of a dialog that does not move to what other dialogs have', async () => {
    for (const person of [world.alice, world.bob]) await say(person, 'hello');
    await world.settled();
    handler.answer = ({ body }) => ({ status: body.data.PARAMS.FROM_USER_ID === '1' ? 500 : 200 });
    await Promise.all(Array.from({ length: 300 }, () => say(world.alice, 'stuck')));
    await say(world.bob, 'not stuck');
    await world.settled();
    expect(texts().filter((text) => text === 'not stuck')).toHaveLength(1);
    handler.answer = () => ({ status: 200 });
    world.clock.advance(60_000);
    await world.settled();
    const ids = handler
      .events('ONIMBOTMESSAGEADD')
      .filter(({ data }) => data.PARAMS.MESSAGE === 'stuck')
      .map(({ data }) => Number(data.PARAMS.MESSAGE_ID));
    expect(new Set(ids).size).toBe(300);
    expect(ids).toEqual([...ids].sort((a, b) => a - b));
    expect(await counts()).toMatchObject({ pending: 0 });
  });

  it('sends a bot that is deleted nothing more but that it is', async () => {
    handler.answer = () => ({ status: 503 });
    for (const text of ['one', 'two']) await say(world.alice, text);
    await say(world.bob, 'three');
    await world.settled();
    handler.answer = () => ({ status: 200 });
    const before = handler.received.length;
    await world.alice.ok('imbot.unregister', { BOT_ID: botId, CLIENT_ID: 'test-app' });
    await world.settled();
    world.clock.advance(60_000);
    await world.settled();
    expect(handler.received.slice(before).map(({ body }) => body.event)).toEqual(['ONIMBOTDELETE']);
    expect(await counts()).toEqual({ pending: 0, delivered: 1, dead: 0, dropped: 5 });
  });
});
