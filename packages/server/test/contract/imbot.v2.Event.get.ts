import { expect } from 'vitest';
import { issueWebhook } from '#domain/webhook/issue-webhook.ts';
import { type Acting, actingBot, actingErrors, actingParams } from '../scenes/acting-bots.ts';
import { fetch, fetchOwn, textsOf, typesOf } from '../scenes/fetching.ts';
import { withScope } from '../scenes/people.ts';
import { type Calling, calling, post, type World } from '../world.ts';
import { contract } from './contract.ts';

const METHOD = 'imbot.v2.Event.get';

/** Alice writes to the bot. */
async function told(world: World, acting: Acting, ...texts: string[]): Promise<void> {
  for (const MESSAGE of texts) await world.alice.ok('im.message.add', { DIALOG_ID: acting.bot, MESSAGE });
}

/** Whoever calls is a bot, for which nobody watches. */
async function asBot({ app }: World, botId: number): Promise<Calling> {
  const code = await app.store.write(async (work) => {
    const user = await work.users.findUser(botId);
    if (!user) throw new Error('There is no such bot');
    return (await issueWebhook(work, user, { scope: ['im', 'imbot'], title: 'of a bot' })).code;
  });
  return calling((method, params = {}) => post(`${app.url}/rest/${botId}/${code}/${method}`, params));
}

export default contract({
  method: METHOD,
  async example(world) {
    const acting = await actingBot(world);
    await told(world, acting, 'hello');
    const [first] = (await fetch(acting)).events;
    return { params: { ...acting.names, offset: first?.eventId, limit: 50 } };
  },
  errors: {
    ...actingErrors,
    'SCOPE_ERROR: Scope error': async (world) => {
      const { names } = await actingBot(world);
      return { as: await withScope(world, world.alice, ['imbot']), params: { ...names, withUserEvents: 'Y' } };
    },
    'AUTH_ERROR: Auth error': async (world) => {
      const { bot, names } = await actingBot(world);
      return { as: await asBot(world, bot), params: { ...names, withUserEvents: 'Y' } };
    },
    'USER_NOT_SUBSCRIBED: User not subscribed': async (world) => {
      await world.alice.ok('im.v2.Event.subscribe');
      await world.alice.ok('im.v2.Event.unsubscribe');
      const { names } = await actingBot(world);
      return { params: { ...names, withUserEvents: true } };
    },
  },
  params: {
    ...actingParams(METHOD, async () => ({})),
    // V32, V34, V35
    async offset(world) {
      const acting = await actingBot(world);
      expect(await fetch(acting)).toEqual({ events: [], nextOffset: 0, lastEventId: 0, hasMore: false });
      await told(world, acting, 'one', 'two', 'three');
      const all = await fetch(acting);
      expect(textsOf(all)).toEqual(['one', 'two', 'three']);
      for (const offset of [0, -5, '', 'no number', null]) expect(await fetch(acting, { offset })).toEqual(all);
      const two = all.events[2]?.eventId ?? 0;
      expect(textsOf(await fetch(acting, { offset: two }))).toEqual(['two', 'three']);
      expect(textsOf(await fetch(acting, { offset: all.events[0]?.eventId }))).toEqual(['two', 'three']);
      const rest = await fetch(acting, { offset: all.nextOffset });
      expect(rest).toEqual({ events: [], nextOffset: all.nextOffset, lastEventId: all.lastEventId, hasMore: false });
      expect(await fetch(acting)).toEqual(rest);
      expect((await fetch(acting, { offset: 1_000_000 })).nextOffset).toBe(all.nextOffset);
      await told(world, acting, 'four');
      expect(textsOf(await fetch(acting, { offset: all.nextOffset }))).toEqual(['four']);
    },
    // V36
    async limit(world) {
      const acting = await actingBot(world);
      await told(world, acting, 'one', 'two', 'three');
      const page = async (limit: unknown) => {
        const { events, hasMore } = await fetch(acting, { limit });
        return [events.length, hasMore];
      };
      expect([await page(1), await page(3), await page(4), await page(0), await page('any')]).toEqual([
        [1, true],
        [3, true],
        [4, false],
        [4, false],
        [4, false],
      ]);
    },
    // V33
    async withUserEvents(world) {
      const acting = await actingBot(world);
      await world.alice.ok('im.v2.Event.subscribe');
      await told(world, acting, 'to the bot');
      await world.alice.ok('im.message.add', { DIALOG_ID: world.bob.id, MESSAGE: 'to Bob' });
      expect(textsOf(await fetch(acting))).toEqual(['to the bot']);
      const both = await fetch(acting, { withUserEvents: 'Y' });
      expect(textsOf(both).sort()).toEqual(['to Bob', 'to the bot', 'to the bot']);
      expect(new Set(typesOf(both))).toEqual(new Set(['ONIMBOTV2JOINCHAT', 'ONIMBOTV2MESSAGEADD', 'ONIMV2MESSAGEADD']));
      await fetch(acting, { withUserEvents: 'Y', offset: both.nextOffset });
      expect([await fetchOwn(world.alice), await fetch(acting)].map(textsOf)).toEqual([[], []]);
    },
  },
});
