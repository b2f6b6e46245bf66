import { expect } from 'vitest';
import { invitationOf, invitedGuest, notificationsOf, notifyBob, readByBob } from '../scenes/notifications.ts';
import type { World } from '../world.ts';
import { contract } from './contract.ts';

const METHOD = 'im.notify.read';

const three = async (world: World) => [await notifyBob(world), await notifyBob(world), await notifyBob(world)] as const;

export default contract({
  method: METHOD,
  example: async (world) => ({ params: { ID: await notifyBob(world), ACTION: 'Y', ONLY_CURRENT: 'Y' }, as: 'bob' }),
  errors: {},
  params: {
    async ID(world) {
      const ids = await three(world);
      const read = (more: Record<string, unknown>, reader = world.bob) => reader.ok(METHOD, more);
      // Without one, nothing happens (G14), and of others nothing is read.
      for (const more of [{}, { IDS: ids }, { ID: -1 }, { ID: 'all' }]) expect(await read(more)).toBe(true);
      expect(await read({ ID: ids[0] }, world.carol)).toBe(true);
      expect(await readByBob(world, ids)).toBe('NNN');
      await read({ ID: ids[1] });
      expect(await readByBob(world, ids)).toBe('NYY');
      await read({ ID: '0' });
      expect(await readByBob(world, ids)).toBe('YYY');
      // What waits for an answer is read by answering alone (G16).
      const guest = await invitedGuest(world);
      await read({ ID: 0 }, guest);
      await read({ ID: await invitationOf(guest), ONLY_CURRENT: 'Y' }, guest);
      expect((await notificationsOf(guest))[0].notify_read).toBe('N');
    },
    async ACTION(world) {
      const ids = await three(world);
      await world.bob.ok(METHOD, { ID: 0 });
      await world.bob.ok(METHOD, { ID: ids[1], ACTION: 'N' });
      expect(await readByBob(world, ids)).toBe('YNN');
      await world.bob.ok(METHOD, { ID: ids[1], ACTION: 'Y' });
      expect(await readByBob(world, ids)).toBe('YYY');
    },
    async ONLY_CURRENT(world) {
      const ids = await three(world);
      await world.bob.ok(METHOD, { ID: ids[1], ONLY_CURRENT: 'Y' });
      expect(await readByBob(world, ids)).toBe('NYN');
      await world.bob.ok(METHOD, { ID: ids[0], ONLY_CURRENT: 'other' });
      expect(await readByBob(world, ids)).toBe('YYY');
      await world.bob.ok(METHOD, { ID: ids[2], ONLY_CURRENT: true, ACTION: 'N' });
      expect(await readByBob(world, ids)).toBe('YYN');
    },
  },
});
