import { afterEach, beforeEach, expect, it } from 'vitest';
import { bind, comes } from '../scenes/events.ts';
import { createWorld, type Handler, type World } from '../world.ts';

/*
 * Whatever an address is given for, a portal that is open to the world calls none inside of where it stands.
 */

let world: World;
let handler: Handler;

beforeEach(async () => {
  world = await createWorld({ production: true });
  handler = await world.handler();
});
afterEach(() => world.close());

it('a private address is called neither for bots, nor for applications, nor for what they subscribe to', async () => {
  const application = await world.application({ handlerUrl: handler.url, installUrl: `${handler.url}/install` });
  const botId = await world.bot({ application, handler });
  await application.ok('imbot.command.register', {
    BOT_ID: botId,
    COMMAND: 'inside',
    EVENT_COMMAND_ADD: handler.url,
    LANG: [{ LANGUAGE_ID: 'en', TITLE: 'Inside' }],
  });
  for (const event of ['ONUSERADD', 'ONAPPTEST', 'ONIMBOTMESSAGEADD', 'ONAPPUNINSTALL'])
    await bind(application, event, handler);
  await comes(world, 'Eve');
  await application.ok('event.test');
  await world.bob.ok('im.message.add', { DIALOG_ID: botId, MESSAGE: '/inside' });
  await application.remove();
  await world.settled();
  expect(handler.received).toEqual([]);
  const errors = await world.app.store.readWith((session) =>
    session.query((db) => db.selectFrom('attempt').select('error').distinct()),
  );
  expect(errors.length).toBeGreaterThan(0);
  for (const { error } of errors) expect(error).toContain('127.0.0.1');
});
