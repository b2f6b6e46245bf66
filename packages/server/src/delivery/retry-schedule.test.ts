import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemRandom } from '#kit/random.ts';
import { outbox } from '#storage/stores/outbox.ts';
import { receiverOf } from '../../test/receiver-of.ts';
import { createWorld, type Handler, type World } from '../../test/world.ts';
import { GIVE_UP_AFTER, isPoison, waitAfter } from './retry-schedule.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** In the middle of the jitter: waits come out as they are written. */
const evenRandom = { ...systemRandom, fraction: () => 0.5 };

describe('the waits between tries', () => {
  it('grow from a second to an hour', () => {
    const waits = [1, 2, 3, 4, 5, 6, 7, 8, 30].map((failures) => waitAfter(failures, evenRandom));
    expect(waits).toEqual([SECOND, 5 * SECOND, 30 * SECOND, 2 * MINUTE, 10 * MINUTE, 30 * MINUTE, HOUR, HOUR, HOUR]);
  });

  it('vary by a fifth either way, so that bots that went down together do not come back together', () => {
    expect(waitAfter(1, { ...systemRandom, fraction: () => 0 })).toBe(800);
    expect(waitAfter(1, { ...systemRandom, fraction: () => 0.999_999 })).toBe(1200);
    const waits = Array.from({ length: 50 }, () => waitAfter(7, systemRandom));
    expect(new Set(waits).size).toBeGreaterThan(10);
  });

  it('blame an event that keeps failing for ten minutes while its bot takes others', () => {
    const event = { attempts: 4, firstFailedAt: 1000 };
    const now = 1000 + 10 * MINUTE;
    expect(isPoison(event, now, now - MINUTE)).toBe(true);
    expect(isPoison(event, now - 1, now - MINUTE)).toBe(false);
    expect(isPoison(event, now, now - 10 * MINUTE)).toBe(false);
    expect(isPoison({ ...event, attempts: 3 }, now, now - MINUTE)).toBe(false);
    expect(isPoison({ attempts: 0, firstFailedAt: null }, now, now - MINUTE)).toBe(false);
  });
});

describe('an event that its handler does not take', () => {
  let world: World;
  let handler: Handler;
  let botId: number;

  beforeEach(async () => {
    world = await createWorld({ random: evenRandom });
    handler = await world.handler();
    botId = await world.bot({ handler });
    await world.alice.ok('im.message.add', { DIALOG_ID: botId, MESSAGE: 'the dialog exists' });
    await world.settled();
    handler.received.length = 0;
  });
  afterEach(() => world.close());

  const say = async (text: string, person = world.alice) => {
    await person.ok('im.message.add', { DIALOG_ID: botId, MESSAGE: text });
    await world.settled();
  };
  const after = async (milliseconds: number) => {
    world.clock.advance(milliseconds);
    await world.settled();
  };
  const counts = () => world.app.store.readWith((session) => outbox(session).countByState());
  /** Texts of what arrived since it was asked last. */
  const arrived = () => handler.received.splice(0).map(({ body }) => body.data.PARAMS?.MESSAGE ?? body.event);

  it('is tried again after 1 s, 5 s, 30 s, 2 min, 10 min, 30 min, then each hour up to a day, and becomes a dead letter', async () => {
    handler.answer = () => ({ status: 500, body: 'out of order' });
    await say('hello');
    const waits = [SECOND, 5 * SECOND, 30 * SECOND, 2 * MINUTE, 10 * MINUTE, 30 * MINUTE];
    let elapsed = 0;
    for (; elapsed < GIVE_UP_AFTER; ) {
      const wait = Math.min(waits.shift() ?? HOUR, GIVE_UP_AFTER - elapsed);
      expect(arrived()).toEqual(['hello']);
      await after(wait - 1);
      expect(arrived()).toEqual([]);
      await after(1);
      elapsed += wait;
    }
    expect(arrived()).toEqual(['hello']);
    expect(await counts()).toMatchObject({ pending: 0, dead: 1 });
    await after(2 * HOUR);
    expect(arrived()).toEqual([]);
    const attempts = await world.app.store.readWith((session) =>
      session.query((db) => db.selectFrom('attempt').selectAll().where('status', '=', 500)),
    );
    expect(attempts).toHaveLength(31);
    expect(attempts[0]).toMatchObject({ status: 500, answer: 'out of order', error: null });
  });

  it('has the same id and a signature of its own at every try', async () => {
    handler.answer = () => ({ status: 500 });
    await say('hello');
    await after(SECOND);
    await after(5 * SECOND);
    const headers = handler.received.map(({ headers }) => headers);
    expect(headers).toHaveLength(3);
    expect(new Set(headers.map((one) => one['webhook-id'])).size).toBe(1);
    expect(new Set(headers.map((one) => one['webhook-timestamp'])).size).toBe(3);
    expect(new Set(headers.map((one) => one['webhook-signature'])).size).toBe(3);
  });

  it.each([429, 500, 502, 503])('is tried again after %i', async (status) => {
    handler.answer = () => ({ status });
    await say('hello');
    handler.answer = () => ({ status: 200 });
    await after(SECOND);
    expect(arrived()).toEqual(['hello', 'hello']);
    expect(await counts()).toMatchObject({ pending: 0, delivered: 3, dead: 0 });
  });

  it.each([301, 400, 401, 404, 410])(
    'is not tried again after %i, and what the handler said is kept',
    async (status) => {
      handler.answer = () => ({ status, body: 'go away' });
      await say('hello');
      await after(2 * HOUR);
      expect(arrived()).toEqual(['hello']);
      expect(await counts()).toMatchObject({ pending: 0, dead: 1 });
      const attempts = await world.app.store.readWith((session) =>
        session.query((db) => db.selectFrom('attempt').selectAll().where('status', '=', status)),
      );
      expect(attempts).toEqual([expect.objectContaining({ answer: 'go away' })]);
    },
  );

  it('is tried again when nobody answers at all', async () => {
    await world.alice.ok('imbot.update', {
      BOT_ID: botId,
      CLIENT_ID: 'test-app',
      FIELDS: { EVENT_MESSAGE_ADD: 'http://127.0.0.1:1/' },
    });
    await say('hello');
    expect(await counts()).toMatchObject({ pending: 1, dead: 0 });
    await world.alice.ok('imbot.update', {
      BOT_ID: botId,
      CLIENT_ID: 'test-app',
      FIELDS: { EVENT_MESSAGE_ADD: handler.url },
    });
    await after(SECOND);
    expect(arrived()).toEqual(['hello']);
  });

  it('waits as long as the handler asks for with Retry-After', async () => {
    handler.answer = () => ({ status: 429, headers: { 'Retry-After': '120' } });
    await say('hello');
    await after(2 * MINUTE - 1);
    expect(arrived()).toEqual(['hello']);
    await after(1);
    expect(arrived()).toEqual(['hello']);
  });

  it('holds up what comes after it in its dialog, and keeps the order', async () => {
    handler.answer = () => ({ status: 500 });
    await say('one');
    await say('two');
    expect(arrived()).toEqual(['one']);
    handler.answer = () => ({ status: 200 });
    await after(SECOND);
    expect(arrived()).toEqual(['one', 'two']);
  });

  it('is not tried again for a bot whose retries are switched off, as in the cloud', async () => {
    const receiverId = await receiverOf(world, botId);
    await world.app.store.writeWith((session) => outbox(session).updateRetries(receiverId, false));
    await after(20 * SECOND);
    handler.answer = () => ({ status: 500 });
    await say('one');
    handler.answer = () => ({ status: 200 });
    await say('two');
    await after(HOUR);
    expect(arrived()).toEqual(['one', 'two']);
    expect(await counts()).toMatchObject({ pending: 0, dead: 1 });
  });

  it('lets its dialog go on after ten minutes when the bot takes everything else', async () => {
    handler.answer = ({ body }) => ({ status: body.data.PARAMS.MESSAGE === 'poison' ? 500 : 200 });
    await say('poison');
    await say('after it');
    await say('elsewhere', world.bob);
    expect(arrived()).toEqual(['poison', 'ONIMBOTJOINCHAT', 'elsewhere']);
    for (const wait of [SECOND, 5 * SECOND, 30 * SECOND, 2 * MINUTE]) await after(wait);
    expect(arrived()).toEqual(['poison', 'poison', 'poison', 'poison']);
    await after(5 * MINUTE);
    await say('elsewhere again', world.bob);
    await after(5 * MINUTE);
    expect(arrived()).toEqual(['elsewhere again', 'poison', 'after it']);
    expect(await counts()).toMatchObject({ pending: 0, dead: 1 });
  });

  it('is not blamed when the whole bot is down', async () => {
    await say('fine', world.bob);
    handler.answer = () => ({ status: 500 });
    await say('hello');
    for (const wait of [SECOND, 5 * SECOND, 30 * SECOND, 2 * MINUTE, 10 * MINUTE]) await after(wait);
    expect(await counts()).toMatchObject({ pending: 1, dead: 0 });
  });
});
