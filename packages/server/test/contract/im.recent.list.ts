import { expect } from 'vitest';
import { seeActive } from '../scenes/people.ts';
import { openChannelChat, recentIdsOf, recentOf, threeDialogs } from '../scenes/recent.ts';
import type { World } from '../world.ts';
import { contract } from './contract.ts';

const METHOD = 'im.recent.list';

/** A message with codes, two lines and an attachment. */
async function decorated({ alice, bob }: World): Promise<number> {
  await alice.ok('im.message.add', {
    DIALOG_ID: bob.id,
    MESSAGE: '[B]Good[/B] morning\n[USER=2]Bob[/USER]',
    ATTACH: [{ MESSAGE: 'Coffee' }],
  });
  return bob.id;
}

export default contract({
  method: METHOD,
  async example(world) {
    const { alice, bob, groupChatId } = world;
    for (const { id } of [alice, bob]) await seeActive(world, id);
    await alice.ok('im.chat.mute', { CHAT_ID: groupChatId });
    for (const DIALOG_ID of [`chat${groupChatId}`, alice.id])
      await bob.ok('im.message.add', { DIALOG_ID, MESSAGE: 'Hello' });
    return { params: { UNREAD_ONLY: 'Y', PARSE_TEXT: 'Y', OFFSET: 0, LIMIT: 20 } };
  },
  shape: (documented) => ({
    ...(documented as object),
    // There is no built-in assistant.
    copilot: { chats: null, messages: null, roles: [], recommendedRoles: [] },
  }),
  errors: {},
  params: {
    async SKIP_OPENLINES(world) {
      const others = await threeDialogs(world);
      const channel = await openChannelChat(world);
      expect(await recentIdsOf(world.alice)).toEqual([channel, ...others]);
      expect(await recentIdsOf(world.alice, { SKIP_OPENLINES: 'Y' })).toEqual(others);
    },
    async SKIP_DIALOG(world) {
      const [group] = await threeDialogs(world);
      expect(await recentIdsOf(world.alice, { SKIP_DIALOG: 'Y' })).toEqual([group]);
    },
    async SKIP_CHAT(world) {
      const [, ...dialogs] = await threeDialogs(world);
      expect(await recentIdsOf(world.alice, { SKIP_CHAT: 'Y' })).toEqual(dialogs);
    },
    async LAST_MESSAGE_DATE(world) {
      const [group, ofCarol, ofBob] = await threeDialogs(world);
      const { date_last_activity: LAST_MESSAGE_DATE } = await recentOf(world.alice, group ?? '');
      expect(await recentIdsOf(world.alice, { LAST_MESSAGE_DATE })).toEqual([ofCarol, ofBob]);
      // Pinned ones stand on the first page (G29).
      await world.alice.ok('im.recent.pin', { DIALOG_ID: ofBob });
      expect(await recentIdsOf(world.alice, { LAST_MESSAGE_DATE })).toEqual([ofCarol]);
      expect(await recentIdsOf(world.alice, { LAST_MESSAGE_DATE: '2025-01-01' })).toEqual([]);
      expect((await world.alice.call(METHOD, { LAST_MESSAGE_DATE: 'soon' })).status).toBe(400);
    },
    async UNREAD_ONLY(world) {
      const { alice, bob, carol } = world;
      const [group, ofCarol] = await threeDialogs(world);
      await bob.ok('im.message.add', { DIALOG_ID: alice.id, MESSAGE: 'Hello' });
      expect(await recentIdsOf(alice, { UNREAD_ONLY: 'Y' })).toEqual([bob.id]);
      await alice.ok('im.recent.unread', { DIALOG_ID: ofCarol });
      expect(await recentIdsOf(alice, { UNREAD_ONLY: 'Y' })).toEqual([bob.id, carol.id]);
      expect(await recentIdsOf(alice, { UNREAD_ONLY: 'Y', LIMIT: 1, OFFSET: 1 })).toEqual([carol.id]);
      expect(await recentIdsOf(alice)).toEqual([bob.id, group, carol.id]);
    },
    async GET_ORIGINAL_TEXT(world) {
      const id = await decorated(world);
      expect((await recentOf(world.alice, id)).message).toMatchObject({
        text: 'Good morning Bob [Attachment]',
        attach: true,
      });
      expect((await recentOf(world.alice, id, { GET_ORIGINAL_TEXT: 'Y' })).message.text).toBe(
        '[B]Good[/B] morning\n[USER=2]Bob[/USER]',
      );
    },
    async ONLY_COPILOT(world) {
      await threeDialogs(world);
      expect(await recentIdsOf(world.alice, { ONLY_COPILOT: 'Y' })).toEqual([]);
    },
    async ONLY_CHANNEL(world) {
      await threeDialogs(world);
      expect(await recentIdsOf(world.alice, { ONLY_CHANNEL: 'Y' })).toEqual([]);
    },
    async OFFSET(world) {
      const ids = await threeDialogs(world);
      expect(await recentIdsOf(world.alice, { OFFSET: 1 })).toEqual(ids.slice(1));
      // It counts the pinned ones, too (G29).
      await world.alice.ok('im.recent.pin', { DIALOG_ID: ids[2] });
      expect(await recentIdsOf(world.alice, { OFFSET: 1 })).toEqual(ids.slice(0, 2));
      expect(await recentIdsOf(world.alice, { OFFSET: 3 })).toEqual([]);
    },
    async LIMIT(world) {
      const ids = await threeDialogs(world);
      const page = (more: Record<string, unknown>) => world.alice.ok(METHOD, { LIMIT: 2, ...more });
      const first = await page({});
      expect(first).toMatchObject({ items: [{ id: ids[0] }, { id: ids[1] }], hasMore: true, hasMorePages: true });
      expect(await page({ OFFSET: 2 })).toMatchObject({ items: [{ id: ids[2] }], hasMore: false });
      expect(await page({ LIMIT: 3 })).toMatchObject({ hasMore: false });
    },
  },
});
