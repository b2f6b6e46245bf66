import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMending, HOUR, type Mending, SECOND } from '../scenes/mending.ts';

let portal: Mending;
beforeEach(async () => {
  portal = await createMending();
});
afterEach(() => portal.close());

describe('what waits because its bot was down goes out at once', () => {
  beforeEach(async () => {
    portal.failWith(503);
    for (const person of [portal.alice, portal.bob, portal.carol])
      await portal.write(`hello from ${person.id}`, person);
    portal.mend();
    await portal.settled();
    expect(portal.arrived()).toEqual([]);
  });
  const all = ['hello from 1', 'hello from 2', 'hello from 3'];

  it('when the bot is registered once more', async () => {
    await portal.bot({ handler: portal.listener });
    await portal.settled();
    expect(portal.arrived().sort()).toEqual(all);
  });

  it('and soon once more where the bot does not listen yet', async () => {
    portal.clock.advance(HOUR / 4);
    portal.failWith(503);
    await portal.bot({ handler: portal.listener });
    await portal.settled();
    portal.mend();
    portal.clock.advance(7 * SECOND);
    await portal.settled();
    expect(portal.arrived().sort()).toEqual(all);
  });

  it('when the bot is changed', async () => {
    const FIELDS = { EVENT_HANDLER: portal.listener.url };
    await portal.alice.ok('imbot.update', { BOT_ID: portal.botId, CLIENT_ID: 'test-app', FIELDS });
    await portal.settled();
    expect(portal.arrived().sort()).toEqual(all);
  });
});

it('an application that binds an event at its address hears at once what waits there', async () => {
  const application = await portal.application();
  const bind = (event: string) => application.ok('event.bind', { event, handler: portal.listener.url });
  await bind('ONAPPTEST');
  portal.failWith(503);
  await application.ok('event.test', {});
  await portal.settled();
  portal.mend();
  await portal.settled();
  expect(portal.listener.received).toEqual([]);
  await bind('ONAPPUPDATE');
  await portal.settled();
  expect(portal.listener.events('ONAPPTEST')).toHaveLength(1);
});

it('a binding that is there already is refused, and what waits at its address goes out all the same', async () => {
  const application = await portal.application();
  const binding = { event: 'ONAPPTEST', handler: portal.listener.url };
  await application.ok('event.bind', binding);
  portal.failWith(503);
  await application.ok('event.test', {});
  await portal.settled();
  portal.mend();
  await portal.settled();
  expect(portal.listener.received).toEqual([]);
  expect((await application.call('event.bind', binding)).body).toMatchObject({ error: 'ERROR_CORE' });
  await portal.settled();
  expect(portal.listener.events('ONAPPTEST')).toHaveLength(1);
});
