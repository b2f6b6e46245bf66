import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bind, comes, comesAgain, keep } from '../scenes/events.ts';
import { createWorld, type Handler, type World } from '../world.ts';

const SECOND = 1000;

let world: World;
let handler: Handler;

beforeEach(async () => {
  world = await createWorld();
  handler = await world.handler();
});
afterEach(() => world.close());

const heard = (at: Handler) => at.received.map(({ body }) => body.event);

describe('an application that binds handlers', () => {
  it('hears an event once for each of them, and one that is down delays no other', async () => {
    const [application, other] = [await world.application(), await world.handler()];
    handler.answer = () => ({ status: 500 });
    await bind(application, 'ONAPPTEST', handler);
    await bind(application, 'ONAPPTEST', other);
    await bind(application, 'ONAPPTEST', other, { auth_type: world.bob.id });
    for (const text of ['one', 'two']) await application.ok('event.test', { text });
    await world.settled();
    expect(handler.received).toHaveLength(1);
    expect(other.events('ONAPPTEST').map(({ data }) => data.QUERY.text)).toEqual(['one', 'one', 'two', 'two']);
    expect(new Set(other.events('ONAPPTEST').map((body) => body.event_handler_id)).size).toBe(2);
  });

  it('is not told of what another application is told', async () => {
    const [ours, theirs] = [await world.application(), await world.application()];
    await bind(ours, 'ONAPPTEST', handler);
    await theirs.ok('event.test');
    await world.settled();
    expect(handler.received).toEqual([]);
  });

  it('hears nothing more once it has unbound them, not even what is on its way', async () => {
    const application = await world.application();
    await bind(application, 'ONAPPTEST', handler);
    handler.answer = () => ({ status: 500 });
    await application.ok('event.test');
    await world.settled();
    await application.ok('event.unbind', { event: 'ONAPPTEST', handler: handler.url });
    handler.answer = () => ({ status: 200 });
    world.clock.advance(SECOND * 2);
    await world.settled();
    expect(handler.received).toHaveLength(1);
  });

  it('hears what its bots hear at other addresses, too, and at their own once', async () => {
    const [application, other] = [await world.application(), await world.handler()];
    const botId = await world.bot({ application, handler });
    await bind(application, 'ONIMBOTMESSAGEADD', handler);
    await bind(application, 'ONIMBOTMESSAGEADD', other);
    await world.bob.ok('im.message.add', { DIALOG_ID: botId, MESSAGE: 'hello' });
    await world.settled();
    expect(heard(handler)).toEqual(['ONIMBOTJOINCHAT', 'ONIMBOTMESSAGEADD']);
    const [{ data, auth }] = other.events('ONIMBOTMESSAGEADD');
    expect(data.PARAMS.MESSAGE).toBe('hello');
    expect(data.BOT[botId].BOT_ID).toBe(String(botId));
    expect(auth.user_id).toBe(String(world.bob.id));
  });

  it('can follow changes that its bots have no handler for', async () => {
    const application = await world.application();
    const botId = await world.bot({ application });
    await bind(application, 'ONIMBOTMESSAGEUPDATE', handler);
    const MESSAGE_ID = await world.bob.ok('im.message.add', { DIALOG_ID: botId, MESSAGE: 'before' });
    await world.bob.ok('im.message.update', { MESSAGE_ID, MESSAGE: 'after' });
    await world.settled();
    expect(heard(handler)).toEqual(['ONIMBOTMESSAGEUPDATE']);
  });

  it('hears nothing more once it is removed', async () => {
    const application = await world.application();
    await bind(application, 'ONUSERADD', handler);
    await keep(application, 'ONUSERADD');
    await application.remove();
    await comes(world, 'Eve');
    await world.settled();
    expect(handler.received).toEqual([]);
  });
});

describe('somebody who is no administrator', () => {
  it('hears of nobody whom they cannot see', async () => {
    const application = await world.application();
    const others = await world.handler();
    await bind(application.as(world.dana), 'ONUSERADD', handler);
    await bind(application.as(world.bob), 'ONUSERADD', others);
    const eve = await comes(world, 'Eve');
    await world.settled();
    expect([handler, others].map((one) => one.received.length)).toEqual([0, 1]);
    await world.alice.ok('im.chat.add', { USERS: [world.dana.id, eve] });
    await comesAgain(world, eve);
    await world.settled();
    expect(handler.events('ONUSERADD')).toMatchObject([{ data: { NAME: 'Eve' } }]);
  });

  it('binds handlers in their own name, and sees and ends no others', async () => {
    const application = await world.application();
    const bob = application.as(world.bob);
    await bind(application, 'ONUSERADD', handler);
    await bind(bob, 'ONUSERADD', handler);
    await bind(bob, 'ONAPPTEST', handler, { auth_type: world.bob.id });
    const auth_type = String(world.bob.id);
    expect(await bob.ok('event.get')).toMatchObject([
      { event: 'ONUSERADD', auth_type },
      { event: 'ONAPPTEST', auth_type },
    ]);
    for (const event of ['ONUSERADD', 'ONAPPTEST'])
      expect(await bob.ok('event.unbind', { event, handler: handler.url })).toEqual({ count: 1 });
    expect(await application.ok('event.get')).toMatchObject([{ event: 'ONUSERADD', auth_type: '0' }]);
  });
});
