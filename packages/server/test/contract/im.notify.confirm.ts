import { expect } from 'vitest';
import {
  GROUP,
  invitationOf,
  invitedGuest,
  notificationSeenBy,
  notificationsOf,
  notifyBob,
} from '../scenes/notifications.ts';
import type { World } from '../world.ts';
import { contract } from './contract.ts';

const METHOD = 'im.notify.confirm';
const NOTHING = { result_message: false };

async function invited(world: World) {
  const guest = await invitedGuest(world);
  const ID = await invitationOf(guest);
  const press = (more: Record<string, unknown>) => guest.ok(METHOD, { NOTIFY_ID: ID, ...more });
  const isIn = async () => (await guest.call('im.dialog.get', { DIALOG_ID: `sg${GROUP}` })).status === 200;
  return { guest, ID, press, isIn };
}

export default contract({
  method: METHOD,
  async example(world) {
    const { guest, ID } = await invited(world);
    return { params: { NOTIFY_ID: ID, NOTIFY_VALUE: 'Y' }, as: guest };
  },
  errors: {
    "ID_ERROR: Notification ID can't be empty": () => ({ params: { NOTIFY_ID: 0, ID: '-5' } }),
    "NOTIFY_VALUE_ERROR: Notification Value can't be empty": () => ({ params: { NOTIFY_ID: 288, NOTIFY_VALUE: '' } }),
  },
  params: {
    async NOTIFY_ID(world) {
      const { guest, ID, press } = await invited(world);
      const [{ notify_buttons, ...asked }] = await notificationsOf(guest);
      expect(asked).toMatchObject({ notify_type: 1, notify_read: 'N', author_id: world.alice.id });
      expect(Object.keys(asked)).toHaveLength(14);
      expect(JSON.parse(notify_buttons)).toMatchObject([
        { TEXT: 'Accept', COMMAND: 'notifyConfirm', COMMAND_PARAMS: `${ID}|Y` },
        { TEXT: 'Decline', COMMAND: 'notifyConfirm', COMMAND_PARAMS: `${ID}|N` },
      ]);
      // Neither what is somebody else's nor what has no buttons is an error (G18), and both names are taken (G17).
      const plain = await notifyBob(world);
      expect(await world.bob.ok(METHOD, { NOTIFY_ID: ID, NOTIFY_VALUE: 'Y' })).toEqual(NOTHING);
      expect(await world.bob.ok(METHOD, { ID: plain, NOTIFY_VALUE: 'Y' })).toEqual(NOTHING);
      expect(await guest.ok('im.notify.read.all')).toEqual({ result: true, newCounter: 1 });
      expect(await press({ NOTIFY_ID: undefined, ID, NOTIFY_VALUE: 'Y' })).toEqual({
        result_message: ['Invitation accepted'],
      });
      expect(await guest.ok('im.notify.read.all')).toEqual({ result: true, newCounter: 0 });
      const settled = await notificationSeenBy(guest, ID);
      expect(settled).toMatchObject({ notify_type: 2, notify_read: 'Y' });
      expect(settled).not.toHaveProperty('notify_buttons');
      // A button is pressed once.
      expect(await press({ NOTIFY_VALUE: 'N' })).toEqual(NOTHING);
    },
    async NOTIFY_VALUE(world) {
      const { guest, press, isIn } = await invited(world);
      expect(await press({ NOTIFY_VALUE: 'maybe' })).toEqual(NOTHING);
      expect(await isIn()).toBe(true);
      expect(await press({ NOTIFY_VALUE: 'N' })).toEqual({ result_message: ['Invitation declined'] });
      expect(await isIn()).toBe(false);
      expect((await notificationsOf(guest))[0]).toMatchObject({ notify_read: 'Y' });
    },
  },
});
