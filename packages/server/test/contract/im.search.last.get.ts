import { expect } from 'vitest';
import { callable, changeUser, seeActive } from '../scenes/people.ts';
import { searchedBy } from '../scenes/searches.ts';
import { CLIENT_ID, type World } from '../world.ts';
import { contract } from './contract.ts';

/** Bob, a group and a chat of an open channel, the last one on top. */
async function three({ alice, bob, groupChatId }: World): Promise<[number, string, string]> {
  const line = await alice.ok('im.chat.add', { TITLE: 'Support', ENTITY_TYPE: 'LINES', ENTITY_ID: '1|2|3|4' });
  const dialogs: [number, string, string] = [bob.id, `chat${groupChatId}`, `chat${line}`];
  for (const DIALOG_ID of dialogs) await alice.ok('im.search.last.add', { DIALOG_ID });
  return dialogs;
}

export default contract({
  method: 'im.search.last.get',
  async example(world) {
    await callable(world, world.bob.id);
    await seeActive(world, world.bob.id);
    await three(world);
    return { params: { SKIP_OPENLINES: 'N', SKIP_CHAT: 'N', SKIP_DIALOG: 'N' } };
  },
  errors: {},
  params: {
    async SKIP_OPENLINES(world) {
      const [bob, group, line] = await three(world);
      expect(await searchedBy(world.alice)).toEqual([line, group, bob]);
      expect(await searchedBy(world.alice, { SKIP_OPENLINES: 'Y' })).toEqual([group, bob]);
      // What somebody may not see any more is left out.
      await world.bob.ok('im.search.last.add', { DIALOG_ID: group });
      await world.alice.ok('im.chat.user.delete', { CHAT_ID: world.groupChatId, USER_ID: world.bob.id });
      expect(await searchedBy(world.bob)).toEqual([]);
    },
    async SKIP_CHAT(world) {
      const bot = await world.bot();
      await world.alice.ok('im.search.last.add', { DIALOG_ID: bot });
      expect(await searchedBy(world.alice)).toEqual([bot]);
      await world.alice.ok('imbot.unregister', { BOT_ID: bot, CLIENT_ID });
      expect(await searchedBy(world.alice)).toEqual([]);
      const [bob, , line] = await three(world);
      expect(await searchedBy(world.alice, { SKIP_CHAT: 'Y' })).toEqual([line, bob]);
      const [, one] = await world.alice.ok('im.search.last.get', { SKIP_CHAT: 'Y' });
      expect(one).toMatchObject({ id: bob, type: 'user', title: 'Bob Birch', user: { id: bob } });
    },
    async SKIP_DIALOG(world) {
      const [, group, line] = await three(world);
      expect(await searchedBy(world.alice, { SKIP_DIALOG: 'Y' })).toEqual([line, group]);
      await changeUser(world, world.bob.id, { name: 'Robert' });
      const [one] = await world.alice.ok('im.search.last.get', { SKIP_DIALOG: 'Y' });
      expect(one).toMatchObject({ id: line, type: 'chat', title: 'Support', chat: { name: 'Support', mute_list: [] } });
    },
  },
});
