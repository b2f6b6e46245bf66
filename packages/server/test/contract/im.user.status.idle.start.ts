import { expect } from 'vitest';
import { userSeenBy } from '../scenes/people.ts';
import { contract } from './contract.ts';

const METHOD = 'im.user.status.idle.start';

export default contract({
  method: METHOD,
  example: async () => ({ params: { AGO: 10 } }),
  errors: {},
  params: {
    async AGO({ alice, bob, clock }) {
      const minutes = async (AGO?: unknown) => {
        expect(await bob.ok(METHOD, AGO === undefined ? {} : { AGO })).toBe(true);
        const { idle } = await userSeenBy(alice, bob.id);
        return (clock.now() - Date.parse(idle)) / 60_000;
      };
      expect(await minutes()).toBe(10);
      expect(await minutes('25')).toBe(25);
      for (const AGO of [0, -3]) expect(await minutes(AGO)).toBe(1);
      // The status that was set is another thing (G49).
      await bob.ok('im.user.status.set', { STATUS: 'dnd' });
      expect(await userSeenBy(alice, bob.id)).toMatchObject({ status: 'dnd', idle: expect.any(String) });
      expect(await bob.ok('im.user.status.get')).toBe('dnd');
      await bob.ok('im.user.status.idle.end');
      expect(await userSeenBy(alice, bob.id)).toMatchObject({ status: 'dnd', idle: false });
    },
  },
});
