import { expect } from 'vitest';
import { subscribe } from '#domain/subscription/subscribe.ts';
import { bind, comes, keep, queued } from '../scenes/events.ts';
import type { TestApplication } from '../test-application.ts';
import { post, type World } from '../world.ts';
import { contract } from './contract.ts';

const URL = 'https://www.my-domain.com/handler/';

/** What an application with a handler bound to ONUSERADD hears when somebody comes. */
async function heard(world: World, more: Record<string, unknown>) {
  const [application, handler] = [await world.application(), await world.handler()];
  await bind(application, 'ONUSERADD', handler, more);
  await comes(world, 'Eve');
  await world.settled();
  return { application, handler, events: handler.events('ONUSERADD') };
}

/** As many subscriptions more, in one unit. */
function bindMore({ app, alice }: World, { id }: TestApplication, count: number): Promise<void> {
  return app.store.write(async (work) => {
    const [application, user] = [await work.applications.findApplication(id), await work.users.findUser(alice.id)];
    if (!application || !user) throw new Error('They are not there');
    const wish = { event: 'testCalled', userId: 0, isOffline: false, connector: '', minTimeout: 1 } as const;
    for (let i = 0; i < count; i += 1)
      await subscribe(work, application, user, { ...wish, address: `https://www.my-domain.com/${i}` });
  });
}

export default contract({
  method: 'event.bind',
  example: async (world) => ({ as: await world.application(), params: { event: 'ONUSERADD', handler: URL } }),
  errors: {
    'ERROR_EVENT_NOT_FOUND: Event not found': async (world) => ({
      as: await world.application(),
      params: { event: 'ONCRMLEADADD', handler: URL },
    }),
    'ACCESS_DENIED: Access denied! Offline events binding requires administrator access rights': async (world) => ({
      as: (await world.application()).as(world.bob),
      params: { event: 'ONUSERADD', event_type: 'offline' },
    }),
    'ACCESS_DENIED: Access denied! Event binding with AUTH_TYPE requires administrator access rights': async (
      world,
    ) => ({
      as: (await world.application()).as(world.bob),
      params: { event: 'ONUSERADD', handler: URL, auth_type: world.alice.id },
    }),
    'ERROR_CORE: Unable to set event handler: User not found': async (world) => ({
      as: await world.application(),
      params: { event: 'ONUSERADD', handler: URL, auth_type: 999_999 },
    }),
    "ERROR_ARGUMENT: Argument 'EVENT' is null or empty": async (world) => ({
      as: await world.application(),
      params: { handler: URL },
    }),
    'ERROR_ARGUMENT: Value must be one of {online|offline}': async (world) => ({
      as: await world.application(),
      params: { event: 'ONUSERADD', handler: URL, event_type: 'later' },
    }),
    'ERROR_ARGUMENT: Offline event cannot be registered for this event.': async (world) => ({
      as: await world.application(),
      params: { event: 'ONOFFLINEEVENT', event_type: 'offline' },
    }),
    'ERROR_UNSUPPORTED_PROTOCOL: Unsupported handler protocol': async (world) => ({
      as: await world.application(),
      params: { event: 'ONUSERADD', handler: 'ftp://www.my-domain.com/handler/' },
    }),
    'ERROR_WRONG_HANDLER_URL: Wrong handler URL': async (world) => ({
      as: await world.application(),
      params: { event: 'ONUSERADD', handler: 'https://my-domain/handler/' },
    }),
    "ERROR_ARGUMENT: Argument 'HANDLER' is null or empty": async (world) => ({
      as: await world.application(),
      params: { event: 'ONUSERADD' },
    }),
    'ERROR_CORE: Unable to set event handler: Handler already binded': async (world) => {
      const application = await world.application();
      await bind(application, 'onUserAdd', URL);
      return { as: application, params: { event: 'ONUSERADD', handler: URL } };
    },
    'ERROR_CORE: Unable to set event handler: Too many handlers (max: 200)': async (world) => {
      const application = await world.application();
      await bind(application, 'ONUSERADD', URL);
      await bindMore(world, application, 199);
      return { as: application, params: { event: 'ONAPPTEST', handler: URL } };
    },
  },
  params: {
    async event(world) {
      const [application, handler] = [await world.application(), await world.handler()];
      await bind(application, 'onAppTest', handler);
      await comes(world, 'Eve');
      await application.ok('event.test');
      await world.settled();
      expect(handler.received.map(({ body }) => body.event)).toEqual(['ONAPPTEST']);
    },
    async handler(world) {
      expect((await heard(world, {})).events).toHaveLength(1);
    },
    async auth_type(world) {
      const { application, events } = await heard(world, { auth_type: world.bob.id });
      const profile = await post(`${world.app.url}/rest/profile`, { auth: events[0].auth.access_token });
      expect(profile.body.result.ID).toBe(String(world.bob.id));
      expect(await application.ok('event.get')).toMatchObject([{ auth_type: String(world.bob.id) }]);
    },
    async event_type(world) {
      const { application, handler } = await heard(world, { event_type: 'offline' });
      expect(handler.received).toEqual([]);
      expect(await queued(application)).toHaveLength(1);
    },
    async auth_connector(world) {
      const application = await world.application();
      await keep(application, 'ONUSERADD', { auth_connector: 'mine' });
      await comes(world, 'Eve');
      expect(await queued(application)).toEqual([]);
      expect(await queued(application, { auth_connector: 'mine' })).toHaveLength(1);
    },
    async 'options.minTimeout'(world) {
      const [application, handler] = [await world.application(), await world.handler()];
      await keep(application, 'ONUSERADD');
      await bind(application, 'ONOFFLINEEVENT', handler, { options: { minTimeout: 60 } });
      for (const name of ['Eve', 'Frank']) await comes(world, name);
      await world.settled();
      expect(handler.received).toHaveLength(1);
      world.clock.advance(60_000);
      await world.settled();
      expect(handler.received).toHaveLength(2);
    },
  },
});
