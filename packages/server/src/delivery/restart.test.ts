import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { manualClock } from '#kit/clock.ts';
import { systemRandom } from '#kit/random.ts';
import { outbox } from '#storage/stores/outbox.ts';
import { receiverOf } from '../../test/receiver-of.ts';
import { bind, comes, keep } from '../../test/scenes/events.ts';
import { createWorld, type Handler, type World } from '../../test/world.ts';

let folder: string;
/** Lives as long as the test, for its handler. */
let home: World;
let handler: Handler;
const clock = manualClock();

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'botyard-'));
  home = await createWorld();
  handler = await home.handler();
});
afterEach(async () => {
  await home.close();
  await rm(folder, { recursive: true });
});

const start = () =>
  createWorld({ database: join(folder, 'portal.db'), clock, random: { ...systemRandom, fraction: () => 0.5 } });
const texts = () => handler.events('ONIMBOTMESSAGEADD').map((body) => body.data.PARAMS.MESSAGE);
const pending = (world: World) =>
  world.app.store.readWith(async (session) => (await outbox(session).countByState()).pending);
const after = async (world: World, milliseconds: number) => {
  clock.advance(milliseconds);
  await world.settled();
};

describe('a portal that is started again', () => {
  it('delivers what was waiting, in its order', async () => {
    handler.answer = () => ({ status: 503 });
    const first = await start();
    const botId = await first.bot({ handler });
    for (const text of ['one', 'two', 'three'])
      await first.alice.ok('im.message.add', { DIALOG_ID: botId, MESSAGE: text });
    await first.settled();
    await first.close();
    handler.answer = () => ({ status: 200 });
    const second = await start();
    await after(second, 60_000);
    expect(texts()).toEqual(['one', 'two', 'three']);
    expect(await pending(second)).toBe(0);
    await second.close();
  });

  it('goes on with the waits where they were', async () => {
    handler.answer = () => ({ status: 503 });
    const first = await start();
    const botId = await first.bot({ handler });
    await first.alice.ok('im.message.add', { DIALOG_ID: botId, MESSAGE: 'one' });
    await first.settled();
    for (const wait of [1_000, 5_000]) await after(first, wait);
    expect(handler.received).toHaveLength(3);
    await first.close();
    const second = await start();
    await after(second, 29_999);
    expect(handler.received).toHaveLength(3);
    await after(second, 1);
    expect(handler.received).toHaveLength(4);
    await after(second, 119_999);
    expect(handler.received).toHaveLength(4);
    await second.close();
  });

  it('does not storm a bot that was down', async () => {
    handler.answer = () => ({ status: 503 });
    const first = await start();
    const botId = await first.bot({ handler });
    const people = [first.alice, first.bob, first.carol];
    for (const person of people) await person.ok('im.message.add', { DIALOG_ID: botId, MESSAGE: 'hello' });
    await first.settled();
    // Three events in a row have failed, one of each dialog: now the bot as a whole waits, longer each time.
    for (let i = 0; i < 10; i += 1) await after(first, 60_000);
    await first.close();
    handler.received.length = 0;
    const second = await start();
    await second.dana.call('im.message.add', { DIALOG_ID: botId, MESSAGE: 'a dialog that nobody has tried' });
    await second.settled();
    expect(handler.received).toHaveLength(0);
    handler.answer = () => ({ status: 200 });
    await after(second, 3_600_000);
    expect(await pending(second)).toBe(0);
    await second.close();
  });

  it('finishes what is on the wire before it stops, and does not send it again', async () => {
    const arrived = new Promise<(status: number) => void>((resolve) => {
      handler.answer = () => new Promise((answer) => resolve((status) => answer({ status })));
    });
    const first = await start();
    const botId = await first.bot({ handler });
    for (const text of ['one', 'two']) await first.alice.ok('im.message.add', { DIALOG_ID: botId, MESSAGE: text });
    const answer = await arrived;
    handler.answer = () => ({ status: 200 });
    const closed = first.close();
    answer(200);
    await closed;
    expect(handler.received.map(({ body }) => body.event)).toEqual(['ONIMBOTJOINCHAT']);
    const second = await start();
    await second.settled();
    expect(handler.received.map(({ body }) => body.event)).toEqual([
      'ONIMBOTJOINCHAT',
      'ONIMBOTMESSAGEADD',
      'ONIMBOTMESSAGEADD',
    ]);
    expect(texts()).toEqual(['one', 'two']);
    await second.close();
  });

  it('leaves a bot alone for a day whose handler said for ten minutes that it is gone', async () => {
    handler.answer = () => ({ status: 410 });
    const first = await start();
    const botId = await first.bot({ handler });
    const say = async (world: World) => {
      await world.alice.ok('im.message.add', { DIALOG_ID: botId, MESSAGE: 'hello' });
      await world.settled();
    };
    const notices: unknown[] = [];
    first.app.hub.subscribe((happening) => happening.kind === 'notice' && notices.push(happening.notice));
    const receiverId = await receiverOf(first, botId);
    await say(first);
    await after(first, 600_000);
    await say(first);
    expect(notices).toEqual([{ kind: 'gone', receiverId, until: clock.now() + 86_400_000 }]);
    await first.close();
    handler.received.length = 0;
    handler.answer = () => ({ status: 200 });
    const second = await start();
    await say(second);
    await after(second, 86_400_000 - 1);
    expect(handler.received).toHaveLength(0);
    await after(second, 1);
    expect(texts()).toEqual(['hello']);
    await second.close();
  });

  it('tells applications what was waiting for them, and that something waits when its time has come', async () => {
    handler.answer = () => ({ status: 503 });
    const first = await start();
    const application = await first.application();
    await keep(application, 'ONUSERADD');
    await bind(application, 'ONUSERADD', handler);
    const at = await home.handler();
    await bind(application, 'ONOFFLINEEVENT', at, { options: { minTimeout: 600 } });
    for (const name of ['Eve', 'Frank']) await comes(first, name);
    await first.settled();
    expect(at.received).toHaveLength(1);
    await first.close();
    handler.received.length = 0;
    handler.answer = () => ({ status: 200 });
    const second = await start();
    await after(second, 60_000);
    expect(handler.events('ONUSERADD').map(({ data }) => data.NAME)).toEqual(['Eve', 'Frank']);
    expect(at.received).toHaveLength(1);
    await after(second, 540_000);
    expect(at.events('ONOFFLINEEVENT')).toHaveLength(2);
    await second.close();
  });
});
