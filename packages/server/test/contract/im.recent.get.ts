import { expect } from 'vitest';
import { allRecentIdsOf, openChannelChat, threeDialogs } from '../scenes/recent.ts';
import type { World } from '../world.ts';
import { contract } from './contract.ts';

const METHOD = 'im.recent.get';

const now = ({ clock }: World) => new Date(clock.now()).toISOString();

export default contract({
  method: METHOD,
  async example({ alice, groupChatId }) {
    await alice.ok('im.chat.updateTitle', { CHAT_ID: groupChatId, TITLE: 'Plans' });
    return { params: { SKIP_OPENLINES: 'Y', LAST_UPDATE: '2025-12-25T18:30:00+01:00' } };
  },
  errors: {},
  params: {
    async SKIP_OPENLINES(world) {
      const channel = await openChannelChat(world);
      const others = await threeDialogs(world);
      expect(await allRecentIdsOf(world.alice)).toEqual([...others, channel]);
      expect(await allRecentIdsOf(world.alice, { SKIP_OPENLINES: 'Y' })).toEqual(others);
    },
    async SKIP_CHAT(world) {
      const channel = await openChannelChat(world);
      const [, ...dialogs] = await threeDialogs(world);
      expect(await allRecentIdsOf(world.alice, { SKIP_CHAT: 'Y' })).toEqual([...dialogs, channel]);
    },
    async SKIP_DIALOG(world) {
      const [group] = await threeDialogs(world);
      expect(await allRecentIdsOf(world.alice, { SKIP_DIALOG: 'Y' })).toEqual([group]);
      expect(await allRecentIdsOf(world.alice, { SKIP_DIALOG: 'Y', SKIP_CHAT: 'Y' })).toEqual([]);
    },
    async LAST_UPDATE(world) {
      const [group, ofCarol, ofBob] = await threeDialogs(world);
      const LAST_UPDATE = now(world);
      expect(await allRecentIdsOf(world.alice, { LAST_UPDATE })).toEqual([group]);
      // Others are pinned or not, without anything being written there.
      await world.alice.ok('im.recent.pin', { DIALOG_ID: ofBob });
      expect(await allRecentIdsOf(world.alice, { LAST_UPDATE })).toEqual([group]);
      expect(await allRecentIdsOf(world.alice, { LAST_UPDATE: '2025-01-01' })).toEqual([ofBob, group, ofCarol]);
      expect((await world.alice.call(METHOD, { LAST_UPDATE: 'yesterday' })).status).toBe(400);
    },
    async ONLY_OPENLINES(world) {
      await threeDialogs(world);
      const channel = await openChannelChat(world);
      expect(await allRecentIdsOf(world.alice, { ONLY_OPENLINES: 'Y' })).toEqual([channel]);
    },
    async LAST_SYNC_DATE(world) {
      const [group, ofCarol, ofBob] = await threeDialogs(world);
      const LAST_SYNC_DATE = now(world);
      expect(await allRecentIdsOf(world.alice, { LAST_SYNC_DATE })).toEqual([group]);
      world.clock.advance(60_000);
      await world.alice.ok('im.recent.unread', { DIALOG_ID: ofBob });
      const [first, second] = await world.alice.ok(METHOD, { LAST_SYNC_DATE });
      expect([first, second]).toMatchObject([{ id: group }, { id: ofBob, unread: true }]);
      expect(second.date_update > second.date_last_activity).toBe(true);
      // Nothing is told that is older than seven days.
      world.clock.advance(8 * 24 * 3_600_000);
      expect(await allRecentIdsOf(world.alice, { LAST_SYNC_DATE })).toEqual([]);
      await world.alice.ok('im.message.add', { DIALOG_ID: ofCarol, MESSAGE: 'Hello' });
      expect(await allRecentIdsOf(world.alice, { LAST_SYNC_DATE })).toEqual([ofCarol]);
    },
  },
});
