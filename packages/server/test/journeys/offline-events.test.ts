import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recordPublicEvent } from '#domain/record-event.ts';
import { bind, comes, comesAgain, keep, queued, reserve } from '../scenes/events.ts';
import type { TestApplication } from '../test-application.ts';
import { createWorld, type Handler, type World } from '../world.ts';

const SECOND = 1000;
const DAY = 24 * 60 * 60 * SECOND;

let world: World;
let application: TestApplication;
let handler: Handler;

beforeEach(async () => {
  world = await createWorld();
  application = await world.application();
  handler = await world.handler();
});
afterEach(() => world.close());

const after = async (milliseconds: number) => {
  world.clock.advance(milliseconds);
  await world.settled();
};

describe('events that are kept until they are fetched', () => {
  it('are one for each object, however often it changed', async () => {
    await keep(application, 'ONIMBOTMESSAGEUPDATE');
    const botId = await world.bot({ application });
    const MESSAGE_ID = await world.bob.ok('im.message.add', { DIALOG_ID: botId, MESSAGE: 'one' });
    for (const MESSAGE of ['two', 'three', 'four']) {
      await after(SECOND);
      await world.bob.ok('im.message.update', { MESSAGE_ID, MESSAGE });
    }
    const { events } = await application.ok('event.offline.get');
    expect(events).toEqual([
      {
        ID: expect.any(String),
        TIMESTAMP_X: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
        EVENT_NAME: 'ONIMBOTMESSAGEUPDATE',
        EVENT_DATA: { BOT_ID: String(botId), CHAT_ID: expect.stringMatching(/^\d+$/), MESSAGE_ID: String(MESSAGE_ID) },
        EVENT_ADDITIONAL: { user_id: String(world.bob.id) },
        MESSAGE_ID: expect.stringMatching(/^[0-9a-f]{32}$/),
      },
    ]);
    expect(Date.parse(events[0].TIMESTAMP_X)).toBe(world.clock.now() - (world.clock.now() % SECOND));
  });

  it('are given to one of those who ask at the same time', async () => {
    await keep(application, 'ONUSERADD');
    const ids: string[] = [];
    for (const name of ['Eve', 'Frank', 'Grace', 'Heidi']) ids.push(String(await comes(world, name)));
    const batches = await Promise.all([1, 2, 3].map(() => reserve(application, { limit: 2 })));
    const given = batches.flatMap(({ events }) => events.map(({ EVENT_DATA }) => EVENT_DATA.ID));
    expect(given.sort()).toEqual(ids.sort());
    expect(new Set(batches.map(({ process_id }) => process_id)).size).toBe(3);
  });

  it('wait again when they change while somebody has them in hand', async () => {
    await keep(application, 'ONUSERADD');
    const id = await comes(world, 'Eve');
    await reserve(application);
    await comesAgain(world, id);
    expect(await queued(application)).toEqual([String(id), String(id)]);
    expect((await application.ok('event.offline.get')).events).toHaveLength(1);
  });

  it('all go at one call, however many wait', async () => {
    await keep(application, 'ONUSERADD');
    const { portalId } = world.app.cast;
    await world.app.store.write(async (work) => {
      for (let personId = 1; personId <= 1_100; personId += 1)
        await recordPublicEvent(work, portalId, { type: 'userAdded', userId: 1, personId });
    });
    expect(await application.ok('event.offline.clear', { process_id: '' })).toBe(true);
    expect(await queued(application)).toEqual([]);
  });

  it('are forgotten after thirty days in hand, and not while they wait', async () => {
    await keep(application, 'ONUSERADD');
    await comes(world, 'Eve');
    const { events } = await reserve(application);
    const waits = await comes(world, 'Frank');
    await after(30 * DAY - SECOND);
    expect(await queued(application)).toHaveLength(events.length + 1);
    await after(61 * SECOND);
    expect(await queued(application)).toEqual([String(waits)]);
  });

  it('leave out what the application does itself in the name of the queue', async () => {
    await keep(application, 'ONIMBOTMESSAGEADD');
    await keep(application, 'ONIMBOTMESSAGEADD', { auth_connector: 'sync' });
    const botId = await world.bot({ application });
    const bob = application.as(world.bob);
    await bob.ok('im.message.add', { DIALOG_ID: botId, MESSAGE: 'ours', auth_connector: 'sync' });
    await world.bob.ok('im.message.add', { DIALOG_ID: botId, MESSAGE: 'theirs', auth_connector: 'sync' });
    expect(await queued(application, { auth_connector: 'sync' })).toHaveLength(1);
    expect(await queued(application)).toHaveLength(2);
  });

  it('are out of reach for other applications, whatever they know of them', async () => {
    await keep(application, 'ONUSERADD');
    const id = String(await comes(world, 'Eve'));
    const { process_id, events } = await reserve(application);
    const another = await world.application();
    expect((await reserve(another, { process_id })).events).toEqual([]);
    await another.ok('event.offline.error', { process_id, message_id: events.map((one) => one.MESSAGE_ID) });
    await another.ok('event.offline.clear', { process_id });
    expect(await queued(application, { filter: { PROCESS_ID: process_id, ERROR: 0 } })).toEqual([id]);
  });

  it('are asked for by filters that a program would make, and no longer ones', async () => {
    const ids = Array.from({ length: 4_000 }, (_, i) => i + 1);
    const asked = await application.call('event.offline.list', { filter: { '@ID': ids } });
    expect(asked.body.error_description).toBe("Argument 'filter' is too large");
    expect(await application.ok('event.offline.clear', { process_id: 'mine', id: ids.slice(0, 1000) })).toBe(true);
  });

  it('are gone with the application', async () => {
    await keep(application, 'ONUSERADD');
    await comes(world, 'Eve');
    await application.remove();
    const left = await world.app.store.readWith((session) =>
      session.query((db) => db.selectFrom('offline_event').select('id')),
    );
    expect(left).toEqual([]);
  });
});

describe('the notice that events wait (N13)', () => {
  const notices = () => handler.events('ONOFFLINEEVENT').length;

  it('comes at once, then when its time has come, and once for all that happened meanwhile', async () => {
    await keep(application, 'ONUSERADD');
    await bind(application, 'ONOFFLINEEVENT', handler, { options: { minTimeout: 10 } });
    await comes(world, 'Eve');
    await world.settled();
    expect(notices()).toBe(1);
    await after(4 * SECOND);
    for (const name of ['Frank', 'Grace']) await comes(world, name);
    await world.settled();
    expect(notices()).toBe(1);
    await after(6 * SECOND);
    expect(notices()).toBe(2);
    await after(60 * SECOND);
    expect(notices()).toBe(2);
  });

  it('does not wait for the time to which the clock was set by mistake', async () => {
    await keep(application, 'ONUSERADD');
    await bind(application, 'ONOFFLINEEVENT', handler, { options: { minTimeout: 10 } });
    world.clock.set(3600 * SECOND);
    await comes(world, 'Eve');
    await world.settled();
    world.clock.set(-3600 * SECOND);
    await comes(world, 'Frank');
    await world.settled();
    expect(notices()).toBe(2);
  });

  it('keeps nothing else waiting that goes to the same address', async () => {
    await keep(application, 'ONUSERADD');
    await bind(application, 'ONOFFLINEEVENT', handler, { options: { minTimeout: 3600 } });
    await bind(application, 'ONAPPTEST', handler);
    for (const name of ['Eve', 'Frank']) await comes(world, name);
    await application.ok('event.test');
    await world.settled();
    expect(handler.events('ONAPPTEST')).toHaveLength(1);
  });

  it('with a timeout of 0 comes once for each call, however much that changed', async () => {
    const botIds: number[] = [];
    for (const code of ['one', 'two']) botIds.push(await world.bot({ application, code, type: 'S' }));
    await keep(application, 'ONIMBOTMESSAGEADD');
    const TITLE = 'With two bots';
    const chatId = await world.alice.ok('im.chat.add', { TYPE: 'CHAT', TITLE, USERS: botIds });
    await bind(application, 'ONOFFLINEEVENT', handler, { options: { minTimeout: 0 } });
    for (const MESSAGE of ['hello', 'hello again'])
      await world.alice.ok('im.message.add', { DIALOG_ID: `chat${chatId}`, MESSAGE });
    await world.settled();
    expect(notices()).toBe(2);
    expect(await queued(application)).toHaveLength(4);
  });
});
