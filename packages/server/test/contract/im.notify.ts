import { expect } from 'vitest';
import { notificationSeenBy, sending } from '../scenes/notifications.ts';
import { contract } from './contract.ts';

const METHOD = 'im.notify';
const ALICE = 1;
const same = sending(METHOD, 'Access for this method not allowed by session authorization.', ALICE);

export default contract({
  ...same,
  params: {
    ...same.params,
    async USER_ID(world) {
      await same.params['USER_ID']?.(world);
      // Most clients send it so (G8).
      const id = await world.alice.ok(METHOD, { to: world.bob.id, message: 'Reminder', type: 'system' });
      expect(await notificationSeenBy(world.bob, id)).toMatchObject({ text: 'Reminder', author_id: 0 });
    },
    async TYPE(world) {
      const sent = async (TYPE: string) =>
        notificationSeenBy(
          world.bob,
          await world.alice.ok(METHOD, { USER_ID: world.bob.id, MESSAGE: 'Reminder', TYPE }),
        );
      expect(await sent('SYSTEM')).toMatchObject({ author_id: 0, notify_type: 4 });
      for (const type of ['USER', 'CONFIRM', 'LINES'])
        expect(await sent(type)).toMatchObject({ author_id: world.alice.id, notify_type: 2 });
    },
  },
});
