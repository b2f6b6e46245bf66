import { expect } from 'vitest';
import { notificationsOf, notifyBob } from '../scenes/notifications.ts';
import { NOBODY } from '../scenes/refusals.ts';
import { CLIENT_ID, type World } from '../world.ts';
import { contract } from './contract.ts';

const METHOD = 'im.notify.delete';

const left = async (world: World): Promise<number[]> => (await notificationsOf(world.bob)).map(({ id }) => id);

export default contract({
  method: METHOD,
  example: async (world) => ({ params: { ID: await notifyBob(world) }, as: 'bob' }),
  errors: {
    'PARAMS_ERROR: Incorrect params': () => ({ params: { TAG: 'TASK_42', CLIENT_ID }, auth: 'session' }),
    'ACCESS_DENIED: Access denied! Client ID not specified': () => ({ params: { TAG: 'TASK_42' } }),
  },
  params: {
    async ID(world) {
      const [one, two] = [await notifyBob(world, { CLIENT_ID, TAG: 'T' }), await notifyBob(world)];
      // Who was told may, and the application that sent it (G13).
      expect(await world.carol.ok(METHOD, { ID: one })).toBe(false);
      expect(await world.alice.ok(METHOD, { ID: one })).toBe(false);
      expect(await world.alice.ok(METHOD, { ID: one, CLIENT_ID: 'another-app' })).toBe(false);
      // An ID goes before a tag, and tags that are null are none.
      expect(await world.bob.ok(METHOD, { ID: two, TAG: 'T', SUB_TAG: null })).toBe(true);
      expect(await left(world)).toEqual([one]);
      expect(await world.alice.ok(METHOD, { ID: one, CLIENT_ID })).toBe(true);
      expect(await world.bob.ok(METHOD, { ID: one })).toBe(false);
      expect(await world.bob.ok(METHOD, { ID: NOBODY })).toBe(false);
      expect((await world.bob.call(METHOD, { ID: null, TAG: '' })).body.error).toBe('PARAMS_ERROR');
    },
    async TAG(world) {
      const tell = (USER_ID: number, TAG: string): Promise<number> => notifyBob(world, { USER_ID, TAG, CLIENT_ID });
      await tell(world.bob.id, 'T');
      await tell(world.carol.id, 'T');
      const other = await tell(world.bob.id, 'U');
      // Of other applications nothing goes, nor of one that has sent nothing.
      expect(await world.alice.ok(METHOD, { TAG: 'T', CLIENT_ID: 'another-app' })).toBe(false);
      expect(await world.carol.ok(METHOD, { TAG: 'T', SUB_TAG: 'S', CLIENT_ID })).toBe(true);
      expect(await left(world)).toEqual([other]);
      expect(await notificationsOf(world.carol)).toEqual([]);
      expect(await world.alice.ok(METHOD, { TAG: 'T', CLIENT_ID })).toBe(false);
    },
    async SUB_TAG(world) {
      for (const TAG of ['T', 'U']) await notifyBob(world, { TAG, SUB_TAG: 'S', CLIENT_ID });
      const other = await notifyBob(world, { TAG: 'S', CLIENT_ID });
      expect(await world.alice.ok(METHOD, { SUB_TAG: 'S', CLIENT_ID })).toBe(true);
      expect(await left(world)).toEqual([other]);
    },
    async CLIENT_ID(world) {
      await notifyBob(world, { TAG: 'T', CLIENT_ID });
      const application = await world.application({ scope: ['im'] });
      const own = { USER_ID: world.bob.id, MESSAGE: 'Reminder', TAG: 'T' };
      const id = await application.ok('im.notify.system.add', own);
      // A token says which application it is; its name alone, behind a webhook, does not.
      const named = await world.alice.call(METHOD, { TAG: 'T', CLIENT_ID: application.clientId });
      expect(named.body.error).toBe('ACCESS_DENIED');
      expect(await world.alice.ok(METHOD, { TAG: 'T', CLIENT_ID })).toBe(true);
      expect(await left(world)).toEqual([id]);
      expect(await application.ok(METHOD, { TAG: 'T' })).toBe(true);
      expect(await left(world)).toEqual([]);
    },
  },
});
