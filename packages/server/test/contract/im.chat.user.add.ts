import { expect } from 'vitest';
import { chatSeenBy, membersSeenBy, privateChatWith, WORKGROUP } from '../scenes/chats.ts';
import { expectRefusal, NOBODY } from '../scenes/refusals.ts';
import { contract } from './contract.ts';

export default contract({
  method: 'im.chat.user.add',
  example: (world) =>
    Promise.resolve({
      params: { CHAT_ID: world.groupChatId, USERS: [world.carol.id, world.dana.id], HIDE_HISTORY: 'N' },
    }),
  errors: {
    "CHAT_ID_EMPTY: Chat ID can't be empty": () => ({ params: { CHAT_ID: 'chat1', USERS: 'none' } }),
    'ACCESS_ERROR: Action unavailable': async (world) => ({
      params: { CHAT_ID: await privateChatWith(world, await world.bot()), USERS: 'none' },
    }),
    'ACCESS_ERROR: It is forbidden to add users to this chat': async (world) => ({
      params: { CHAT_ID: await world.alice.ok('im.chat.add', WORKGROUP), USERS: [world.bob.id] },
    }),
    'ACCESS_DENIED_EXTEND: Insufficient permissions to add participants to the chat': (world) => ({
      as: 'carol',
      params: { CHAT_ID: world.groupChatId, USERS: [world.carol.id] },
    }),
  },
  params: {
    async CHAT_ID(world) {
      const { alice, carol } = world;
      const chat = await alice.ok('im.chat.add');
      await alice.ok('im.chat.user.add', { CHAT_ID: chat, USERS: [carol.id] });
      expect(await membersSeenBy(alice, chat)).toEqual([alice.id, carol.id]);
      expect(await membersSeenBy(alice, world.groupChatId)).not.toContain(carol.id);
    },
    async USERS(world) {
      const { alice, bob, carol, dana } = world;
      const add = { CHAT_ID: world.groupChatId, USERS: [bob.id, carol.id, NOBODY] };
      expect(await alice.ok('im.chat.user.add', add)).toBe(true);
      expect(await membersSeenBy(alice, world.groupChatId)).toEqual([alice.id, bob.id, carol.id]);
      expect(await alice.ok('im.chat.user.add', add)).toBe(true);
      await expectRefusal(alice, 'im.chat.user.add', { ...add, USERS: [NOBODY] }, 'ACCESS_DENIED_EXTEND');
      await expectRefusal(alice, 'im.chat.user.add', { ...add, USERS: 'none' }, 'INVALID_ARG_VALUE');
      // An outside guest is no help to get in for somebody they share no chat with.
      const guests = await dana.ok('im.chat.add');
      await expectRefusal(dana, 'im.chat.user.add', { CHAT_ID: guests, USERS: [carol.id] }, 'ACCESS_DENIED_EXTEND');
    },
    async HIDE_HISTORY(world) {
      const { alice, carol, dana } = world;
      const DIALOG_ID = `chat${world.groupChatId}`;
      const REPLY_ID = await alice.ok('im.message.add', { DIALOG_ID, MESSAGE: 'Before' });
      await alice.ok('im.chat.user.add', { CHAT_ID: world.groupChatId, USERS: [carol.id], HIDE_HISTORY: 'N' });
      await alice.ok('im.chat.user.add', { CHAT_ID: world.groupChatId, USERS: [dana.id] });
      const reply = { DIALOG_ID, MESSAGE: 'I have read that', REPLY_ID };
      await carol.ok('im.message.add', reply);
      await expectRefusal(dana, 'im.message.add', reply, 'REPLY_ACCESS_ERROR');
      // What was there before one came is not unread, nor is the line that says who came: Carol replied.
      expect(await chatSeenBy(dana, world.groupChatId)).toMatchObject({ counter: 1 });
    },
  },
});
