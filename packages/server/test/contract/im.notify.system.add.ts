import { expect } from 'vitest';
import { notificationsOf, sending } from '../scenes/notifications.ts';
import { contract } from './contract.ts';

const SYSTEM = 0;
const same = sending('im.notify.system.add', 'Access for this method not allowed by session authorization.', SYSTEM);

export default contract({
  ...same,
  params: {
    ...same.params,
    async MESSAGE(world) {
      await same.params['MESSAGE']?.(world);
      expect((await world.bob.ok('im.notify.get')).users).toEqual([]);
      expect(await notificationsOf(world.alice)).toEqual([]);
    },
  },
});
