import { expect } from 'vitest';
import { invitationOf, invitedGuest, notificationsOf, notifyBob } from '../scenes/notifications.ts';
import { seeActive } from '../scenes/people.ts';
import { CLIENT_ID, type Person } from '../world.ts';
import { contract } from './contract.ts';

const METHOD = 'im.notify.get';

const idsOf = async (person: Person, more: Record<string, unknown> = {}): Promise<number[]> =>
  (await notificationsOf(person, more)).map(({ id }) => id);

export default contract({
  method: METHOD,
  async example(world) {
    await seeActive(world, world.alice.id);
    await notifyBob(world, { TAG: 'TASK_42', SUB_TAG: 'TASK|42', CLIENT_ID });
    const LAST_ID = await notifyBob(world);
    return { params: { LAST_ID, LAST_TYPE: 3, LIMIT: 20, CONVERT_TEXT: 'Y' }, as: 'bob' };
  },
  errors: {
    'LAST_ID_AND_LAST_TYPE: Parameters LAST_ID and LAST_TYPE should be used together.': () => ({
      params: { LAST_ID: 'the last' },
    }),
    "LAST_ID_STRING: Last notification ID can't be string": () => ({ params: { LAST_ID: 'the last', LAST_TYPE: 3 } }),
  },
  params: {
    async LAST_ID(world) {
      // Nothing else is said where there is nothing yet (G20).
      expect(await world.bob.ok(METHOD)).toEqual({ notifications: [], users: [] });
      const [one, two, three] = [await notifyBob(world), await notifyBob(world), await notifyBob(world)];
      expect(await idsOf(world.bob)).toEqual([three, two, one]);
      expect(await idsOf(world.bob, { LAST_ID: three, LAST_TYPE: 3 })).toEqual([two, one]);
      expect(await idsOf(world.bob, { LAST_ID: 0, LAST_TYPE: 3 })).toEqual([three, two, one]);
      expect(await world.bob.ok(METHOD, { LAST_ID: one, LAST_TYPE: 3 })).toMatchObject({
        total_count: 3,
        total_unread_count: 3,
        notifications: [],
      });
      const { chat_id, notifications } = await world.bob.ok(METHOD);
      expect(notifications[0].chat_id).toBe(chat_id);
      // It is no chat that anybody looks into.
      expect((await world.bob.call('im.dialog.get', { DIALOG_ID: `chat${chat_id}` })).status).not.toBe(200);
      expect((await world.alice.call('im.chat.user.list', { CHAT_ID: chat_id })).status).not.toBe(200);
    },
    async LAST_TYPE(world) {
      const guest = await invitedGuest(world);
      const invitation = await invitationOf(guest);
      const tell = () => world.alice.ok('im.notify', { USER_ID: guest.id, MESSAGE: 'Hello' });
      const [one, two] = [await tell(), await tell()];
      // What waits for an answer comes first, and again where it was not seen yet.
      expect(await idsOf(guest)).toEqual([invitation, two, one]);
      expect(await idsOf(guest, { LIMIT: 2 })).toEqual([invitation, two]);
      expect(await idsOf(guest, { LAST_ID: invitation, LAST_TYPE: 1 })).toEqual([two, one]);
      expect(await idsOf(guest, { LAST_ID: invitation + 1, LAST_TYPE: '1' })).toEqual([invitation, two, one]);
      for (const LAST_TYPE of [3, 2, 'other']) expect(await idsOf(guest, { LAST_ID: two, LAST_TYPE })).toEqual([one]);
    },
    async LIMIT(world) {
      const ids: number[] = [];
      for (let n = 0; n < 52; n += 1) ids.unshift(await notifyBob(world));
      expect(await idsOf(world.bob, { LIMIT: 2 })).toEqual(ids.slice(0, 2));
      expect(await idsOf(world.bob)).toEqual(ids.slice(0, 50));
      expect(await idsOf(world.bob, { LIMIT: 1000 })).toHaveLength(50);
    },
    async CONVERT_TEXT(world) {
      await notifyBob(world, { MESSAGE: '[b]Tea[/b] & <cake>#BR#at five' });
      const textOf = async (CONVERT_TEXT: string) => (await notificationsOf(world.bob, { CONVERT_TEXT }))[0].text;
      expect(await textOf('Y')).toBe('<b>Tea</b> &amp; &lt;cake&gt;<br />at five');
      expect(await textOf('N')).toBe('[b]Tea[/b] & <cake>\nat five');
    },
  },
});
