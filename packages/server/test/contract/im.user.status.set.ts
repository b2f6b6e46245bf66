import { expect } from 'vitest';
import { userSeenBy } from '../scenes/people.ts';
import { recentOf } from '../scenes/recent.ts';
import { expectRefusal } from '../scenes/refusals.ts';
import { contract } from './contract.ts';

const METHOD = 'im.user.status.set';

export default contract({
  method: METHOD,
  example: async () => ({ params: { STATUS: 'dnd' } }),
  errors: {
    'STATUS_ERROR: Status is not available': () => ({ params: { STATUS: 'sleeping' } }),
  },
  params: {
    async STATUS({ alice, bob }) {
      await alice.ok('im.message.add', { DIALOG_ID: bob.id, MESSAGE: 'Hello' });
      expect(await bob.ok('im.user.status.get')).toBe(false);
      expect(await userSeenBy(alice, bob.id)).toMatchObject({ status: 'online' });
      for (const STATUS of ['away', 'break', 'dnd', 'online', 'dnd']) {
        expect(await bob.ok(METHOD, { STATUS })).toBe(true);
        expect(await bob.ok('im.user.status.get')).toBe(STATUS);
        expect(await userSeenBy(alice, bob.id)).toMatchObject({ status: STATUS, idle: false });
      }
      expect((await recentOf(alice, bob.id)).user).toMatchObject({ status: 'dnd' });
      expect(await userSeenBy(bob, alice.id)).toMatchObject({ status: 'online' });
      // In lower case only (G49).
      for (const STATUS of ['Online', '']) await expectRefusal(bob, METHOD, { STATUS }, 'STATUS_ERROR');
    },
  },
});
