import { expect } from 'vitest';
import { invitedGuest, notifyBob } from '../scenes/notifications.ts';
import { seeActive } from '../scenes/people.ts';
import { expectRefusal } from '../scenes/refusals.ts';
import { CLIENT_ID, type World } from '../world.ts';
import { contract } from './contract.ts';

const METHOD = 'im.notify.history.search';
const TYPE = { SEARCH_TYPE: 'rest' };
const HOUR = 60 * 60_000;

const found = async (world: World, more: Record<string, unknown>, reader = world.bob): Promise<number[]> =>
  (await reader.ok(METHOD, more)).notifications.map(({ id }: { id: number }) => id);

/** Bob is told something at noon, two hours later and a day after that; answers which ones, and when. */
async function atTimes(world: World) {
  const at: string[] = [];
  const ids: number[] = [];
  for (const hours of [0, 2, 24]) {
    world.clock.advance(hours * HOUR);
    at.push(new Date(world.clock.now()).toISOString());
    ids.push(await notifyBob(world));
  }
  return { at, ids };
}

export default contract({
  method: METHOD,
  async example(world) {
    await seeActive(world, world.alice.id);
    await notifyBob(world, { MESSAGE: 'The invoice is there', SUB_TAG: 'TASK|42', CLIENT_ID });
    const params = { SEARCH_TEXT: 'invoice', SEARCH_TYPE: 'rest|rest_notify', LIMIT: 20, GROUP_TAG: 'TASK|42' };
    return { params: { ...params, SEARCH_DATE: new Date(world.clock.now()).toISOString() }, as: 'bob' };
  },
  errors: {
    "SEARCH_TEXT_ERROR: SEARCH_TEXT can't be less than 3 symbols": () => ({
      params: { SEARCH_TEXT: ' ча ', SEARCH_DATE_FROM: '2026-03-03', LAST_ID: 'x', SEARCH_TYPES: [] },
    }),
    "LAST_ID_STRING: Last notification ID can't be string": () => ({ params: { ...TYPE, LAST_ID: 'the last' } }),
  },
  params: {
    async SEARCH_TEXT(world) {
      const tea = await notifyBob(world, { MESSAGE: 'Зелёный ЧАЙ' });
      const cafe = await notifyBob(world, { MESSAGE: 'Das Café in der Schloßstraße' });
      expect(await found(world, { SEARCH_TEXT: 'зелен' })).toEqual([tea]);
      expect(await found(world, { SEARCH_TEXT: 'STRASSE' })).toEqual([cafe]);
      expect(await found(world, { SEARCH_TEXT: 'cafe in' })).toEqual([cafe]);
      const written = await notifyBob(world, { MESSAGE: 'Pay [b]the[/b] bill' });
      expect(await found(world, { SEARCH_TEXT: 'pay the bill' })).toEqual([written]);
      expect(await found(world, { SEARCH_TEXT: '%%%' })).toEqual([]);
      // With something else to look for it may be short (G21).
      expect(await found(world, { ...TYPE, SEARCH_TEXT: 'ча' })).toEqual([tea]);
      await expectRefusal(world.bob, METHOD, { SEARCH_TEXT: 'ча' }, 'SEARCH_TEXT_ERROR');
      // To whom nothing was told nothing else is said; nobody finds what others were told.
      expect(await world.carol.ok(METHOD, TYPE)).toEqual({ notifications: [], users: [] });
      await notifyBob(world, { USER_ID: world.carol.id });
      expect(await found(world, { SEARCH_TEXT: 'cafe' }, world.carol)).toEqual([]);
    },
    async SEARCH_TYPE(world) {
      const guest = await invitedGuest(world);
      const told = await world.alice.ok('im.notify', { USER_ID: guest.id, MESSAGE: 'Hello' });
      const [invitation = 0] = await found(world, { SEARCH_TYPE: 'im' }, guest);
      expect(invitation).toBeLessThan(told);
      expect(await found(world, { SEARCH_TYPE: 'im|invite' }, guest)).toEqual([invitation]);
      expect(await found(world, { SEARCH_TYPE: 'rest|rest_notify' }, guest)).toEqual([told]);
      expect(await found(world, { SEARCH_TYPE: 'rest|invite' }, guest)).toEqual([]);
    },
    async SEARCH_TYPES(world) {
      const guest = await invitedGuest(world);
      await world.alice.ok('im.notify', { USER_ID: guest.id, MESSAGE: 'Hello' });
      expect(await found(world, { SEARCH_TYPES: ['im|invite', 'rest'] }, guest)).toHaveLength(2);
      expect(await found(world, { SEARCH_TYPES: ['tasks'] }, guest)).toEqual([]);
      expect(await found(world, { SEARCH_TYPE: 'rest', SEARCH_TYPES: ['im'] }, guest)).toHaveLength(2);
    },
    async SEARCH_DATE(world) {
      const { at, ids } = await atTimes(world);
      expect(await found(world, { SEARCH_DATE: at[0] })).toEqual([ids[1], ids[0]]);
      expect(await found(world, { SEARCH_DATE: at[1] })).toEqual([ids[1]]);
      expect(await found(world, { SEARCH_DATE: at[0], SEARCH_DATE_FROM: at[1], SEARCH_DATE_TO: at[2] })).toEqual([
        ids[1],
      ]);
      await expectRefusal(world.bob, METHOD, { SEARCH_DATE: 'yesterday' }, 'INVALID_ARG_VALUE');
    },
    async SEARCH_DATE_FROM(world) {
      const { at, ids } = await atTimes(world);
      expect(await found(world, { SEARCH_DATE_FROM: at[1], SEARCH_DATE_TO: at[2] })).toEqual([ids[2], ids[1]]);
      // Alone it says nothing.
      expect(await found(world, { ...TYPE, SEARCH_DATE_FROM: at[2] })).toHaveLength(3);
    },
    async SEARCH_DATE_TO(world) {
      const { at, ids } = await atTimes(world);
      expect(await found(world, { SEARCH_DATE_FROM: at[0], SEARCH_DATE_TO: at[1] })).toEqual([ids[1], ids[0]]);
      expect(await found(world, { ...TYPE, SEARCH_DATE_TO: at[0] })).toHaveLength(3);
    },
    async SEARCH_AUTHORS(world) {
      const own = await notifyBob(world);
      const carols = await world.carol.ok('im.notify', { USER_ID: world.bob.id, MESSAGE: 'Reminder' });
      const systems = await world.alice.ok('im.notify.system.add', { USER_ID: world.bob.id, MESSAGE: 'Reminder' });
      expect(await found(world, { SEARCH_AUTHORS: [world.carol.id] })).toEqual([carols]);
      expect(await found(world, { SEARCH_AUTHORS: [world.alice.id, 0] })).toEqual([systems, own]);
    },
    async LAST_ID(world) {
      const [one, two] = [await notifyBob(world), await notifyBob(world)];
      expect(await world.bob.ok(METHOD, TYPE)).toMatchObject({ total_results: 2 });
      expect(await found(world, { ...TYPE, LAST_ID: two })).toEqual([one]);
      expect(await world.bob.ok(METHOD, { ...TYPE, LAST_ID: two })).not.toHaveProperty('total_results');
    },
    async LIMIT(world) {
      const ids: number[] = [];
      for (let n = 0; n < 52; n += 1) ids.unshift(await notifyBob(world));
      expect(await found(world, { ...TYPE, LIMIT: 2 })).toEqual(ids.slice(0, 2));
      expect(await found(world, TYPE)).toEqual(ids.slice(0, 50));
      expect(await found(world, { ...TYPE, LIMIT: 1000 })).toHaveLength(50);
    },
    async CONVERT_TEXT(world) {
      await notifyBob(world, { MESSAGE: '[i]Reminder[/i]' });
      const { notifications } = await world.bob.ok(METHOD, { SEARCH_TEXT: 'remind', CONVERT_TEXT: 'Y' });
      expect(notifications[0].text).toBe('<i>Reminder</i>');
    },
    async GROUP_TAG(world) {
      const tagged = await notifyBob(world, { TAG: 'T', CLIENT_ID });
      const second = await notifyBob(world, { SUB_TAG: 'T', CLIENT_ID });
      const others = await notifyBob(world, { TAG: 'T', CLIENT_ID: 'another-app' });
      expect(await found(world, { ...TYPE, GROUP_TAG: 'T' })).toEqual([others, second, tagged]);
      const [, { notify_sub_tag: GROUP_TAG }] = (await world.bob.ok(METHOD, TYPE)).notifications;
      expect(await found(world, { ...TYPE, GROUP_TAG })).toEqual([second, tagged]);
    },
  },
});
