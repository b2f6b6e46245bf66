import { afterEach, beforeEach, expect, it } from 'vitest';
import { createWorld, type Handler, post, type World } from '../world.ts';

let world: World;
let handler: Handler;

beforeEach(async () => {
  world = await createWorld();
  handler = await world.handler();
});
afterEach(() => world.close());

it('an application without pages is installed at once, and told so where it is installed (N21)', async () => {
  const application = await world.application({ handlerUrl: 'http://127.0.0.1:9/', installUrl: handler.url });
  await world.settled();
  const [{ auth, ...told } = { auth: undefined }] = handler.events('ONAPPINSTALL');
  expect(told).toMatchObject({
    event_handler_id: expect.stringMatching(/^\d+$/),
    data: { VERSION: '1', INSTALLED: 'Y' },
  });
  expect(auth).toMatchObject({ scope: 'im,imbot,user', user_id: String(world.alice.id) });
  const renewed = await application.fetchTokens({ grant_type: 'refresh_token', refresh_token: auth.refresh_token });
  expect(renewed.body.user_id).toBe(world.alice.id);
  const { body } = await post(`${world.app.url}/rest/app.info`, { auth: auth.access_token });
  expect(body.result).toMatchObject({ CODE: application.clientId, INSTALLED: true });
});

it('an address that was never bound is known by an id that is far from those of bound ones', async () => {
  await world.application({ handlerUrl: 'http://127.0.0.1:9/', installUrl: handler.url });
  const other = await world.application();
  await other.ok('event.bind', { event: 'ONAPPTEST', handler: handler.url });
  await other.ok('event.test');
  await world.settled();
  const idsOf = (event: string) => handler.events(event).map((body) => Number(body.event_handler_id));
  const [[unbound = 0], [bound = 0]] = [idsOf('ONAPPINSTALL'), idsOf('ONAPPTEST')];
  expect(bound).toBeGreaterThan(0);
  expect(unbound - bound).toBeGreaterThan(900_000_000);
});

it('one with pages is not told before it has said that it is installed', async () => {
  const application = await world.application({ isApiOnly: false, handlerUrl: handler.url });
  await application.finishInstallation();
  await application.finishInstallation();
  await world.settled();
  expect(handler.received).toEqual([]);
  expect((await application.ok('app.info')).INSTALLED).toBe(true);
});

it('one with pages hears of its installation, change and removal where it asked for that, whatever version it is', async () => {
  const application = await world.application({ isApiOnly: false });
  const bind = (event: string) => application.ok('event.bind', { event, handler: handler.url });
  await bind('ONAPPINSTALL');
  await bind('ONAPPUPDATE');
  await application.finishInstallation();
  await world.settled();
  await application.change({ title: 'Second version' });
  expect(await application.ok('event.get')).toHaveLength(2);
  await application.change({ title: 'Third version' });
  await bind('ONAPPUNINSTALL');
  await application.remove();
  await world.settled();
  expect(handler.received.map(({ body }) => [body.event, body.data.VERSION])).toEqual([
    ['ONAPPINSTALL', '1'],
    ['ONAPPUPDATE', '2'],
    ['ONAPPUPDATE', '3'],
    ['ONAPPUNINSTALL', undefined],
  ]);
});

it('a changed application keeps its tokens, which may do what the new version may', async () => {
  const application = await world.application({ scope: ['im'] });
  const auth = await application.token();
  const call = () => post(`${world.app.url}/rest/imbot.bot.list`, { auth });
  expect((await call()).body.error).toBe('insufficient_scope');
  await application.change({ scope: ['im', 'imbot'] });
  expect((await call()).status).toBe(200);
  expect((await application.ok('app.info')).VERSION).toBe(2);
});

it('a title of blanks and an address that leads nowhere are refused', async () => {
  await expect(world.application({ title: ' ' })).rejects.toThrow('title_missing');
  await expect(world.application({ handlerUrl: 'javascript:alert(1)' })).rejects.toThrow('wrong_handler');
  await expect(world.application({ installUrl: 'https://user:secret@example.com/' })).rejects.toThrow(
    'wrong_install_url',
  );
});
