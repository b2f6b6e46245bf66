import { expect } from 'vitest';
import { chatSeenBy, readAll, WORKGROUP } from '../scenes/chats.ts';
import { contract } from './contract.ts';

export default contract({
  method: 'im.dialog.get',
  async example({ alice, bob, carol }) {
    const chat = await alice.ok('im.chat.add', {
      USERS: [bob.id, carol.id],
      TITLE: 'Deal Chat',
      DESCRIPTION: 'Discussion about the deal',
      COLOR: 'PINK',
      MESSAGE: 'Welcome to the deal chat',
      ENTITY_TYPE: 'CRM',
      ENTITY_ID: 'DEAL|1663',
    });
    return { params: { DIALOG_ID: `chat${chat}` } };
  },
  errors: {
    "DIALOG_ID_EMPTY: Dialog ID can't be empty": () => ({ params: { DIALOG_ID: 'chat' } }),
    'ACCESS_ERROR: You do not have access to the specified dialog': (world) => ({
      as: 'carol',
      params: { DIALOG_ID: `chat${world.groupChatId}` },
    }),
  },
  params: {
    /** The same chat from both sides: what one wrote, the other has not read. */
    async DIALOG_ID(world) {
      const { alice, bob, groupChatId } = world;
      const write = (MESSAGE: string) => alice.ok('im.message.add', { DIALOG_ID: `chat${groupChatId}`, MESSAGE });
      const first = await write('one');
      await readAll(world, groupChatId, bob.id);
      const second = await write('two');
      expect(await chatSeenBy(bob, groupChatId)).toMatchObject({
        counter: 1,
        unread_id: second,
        last_id: first,
        last_message_id: second,
        message_count: 2,
        role: 'member',
        readed_list: [{ user_id: alice.id }],
        last_message_views: { message_id: second, first_viewers: [], count_of_viewers: 0 },
      });
      await readAll(world, groupChatId, bob.id);
      expect(await chatSeenBy(alice, groupChatId)).toMatchObject({
        counter: 0,
        unread_id: 0,
        last_id: second,
        role: 'owner',
        readed_list: [{ user_id: bob.id, message_id: second, date: expect.stringMatching(/^\d{4}-.+\+00:00$/) }],
        last_message_views: { first_viewers: [{ user_id: bob.id }], count_of_viewers: 1 },
      });
      expect(await alice.ok('im.dialog.get', { DIALOG_ID: 'sg7' }).catch(({ message }) => message)).toMatch('403');
      const id = await world.alice.ok('im.chat.add', WORKGROUP);
      expect(await alice.ok('im.dialog.get', { DIALOG_ID: 'sg7' })).toMatchObject({
        id,
        dialog_id: 'sg7',
        type: 'sonetGroup',
        restrictions: { extend: false, leave: false, path: '/workgroups/group/#ID#/' },
        entity_link: { url: '/workgroups/group/7/' },
      });
    },
  },
});
