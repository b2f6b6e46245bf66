import { expect } from 'vitest';
import { botChat, joinGroup, membersSeenBy, privateChatWith, WORKGROUP } from '../scenes/chats.ts';
import { foreignBot } from '../scenes/commands.ts';
import { expectRefusal, NOBODY } from '../scenes/refusals.ts';
import { CLIENT_ID, type World } from '../world.ts';
import { contract } from './contract.ts';

const remove = (world: World, params: Record<string, unknown>) =>
  world.alice.ok('imbot.chat.user.delete', { CLIENT_ID, ...params });

export default contract({
  method: 'imbot.chat.user.delete',
  example: async (world) => ({
    params: {
      CHAT_ID: await botChat(world, await world.bot(), { USERS: [world.bob.id] }),
      USER_ID: world.bob.id,
      CLIENT_ID,
    },
  }),
  errors: {
    "CHAT_ID_EMPTY: Chat ID can't be empty": () => ({ params: { BOT_ID: NOBODY } }),
    "USER_ID_EMPTY: User ID can't be empty": () => ({ params: { CHAT_ID: NOBODY, BOT_ID: NOBODY } }),
    'ACCESS_ERROR: Action unavailable': async (world) => ({
      params: { CHAT_ID: await privateChatWith(world, await world.bot()), USER_ID: world.alice.id, CLIENT_ID },
    }),
    'ACCESS_ERROR: It is forbidden to delete users of this chat': async (world) => {
      const CHAT_ID = await botChat(world, await world.bot(), { ...WORKGROUP, USERS: [world.bob.id] });
      return { params: { CHAT_ID, USER_ID: world.bob.id, CLIENT_ID } };
    },
    'ACCESS_ERROR: LEAVE_OWNER_FORBIDDEN': async (world) => {
      await joinGroup(world, await world.bot(), 'manager');
      return { params: { CHAT_ID: world.groupChatId, USER_ID: world.alice.id, CLIENT_ID } };
    },
    "WRONG_REQUEST: You don't have access or user isn't a member of the chat": async (world) => {
      await joinGroup(world, await world.bot());
      return { params: { CHAT_ID: world.groupChatId, USER_ID: world.bob.id, CLIENT_ID } };
    },
    'BOT_ID_ERROR: Bot not found': (world) => ({
      params: { CHAT_ID: NOBODY, USER_ID: world.bob.id, BOT_ID: NOBODY, CLIENT_ID },
    }),
    'APP_ID_ERROR: Bot was installed by another REST application': async (world) => ({
      params: { CHAT_ID: NOBODY, USER_ID: world.bob.id, BOT_ID: await foreignBot(world), CLIENT_ID },
    }),
  },
  params: {
    async CHAT_ID(world) {
      const bot = await world.bot();
      const users = { USERS: [world.bob.id, world.carol.id] };
      const [one, other] = [await botChat(world, bot, users), await botChat(world, bot, users)];
      await remove(world, { CHAT_ID: one, USER_ID: world.bob.id });
      expect(await membersSeenBy(world.carol, one)).toEqual([world.carol.id, bot]);
      expect(await membersSeenBy(world.carol, other)).toEqual([world.bob.id, world.carol.id, bot]);
    },
    async USER_ID(world) {
      const bot = await world.bot();
      const CHAT_ID = await botChat(world, bot, { USERS: [world.bob.id, world.carol.id] });
      await remove(world, { CHAT_ID, USER_ID: world.carol.id });
      expect(await membersSeenBy(world.bob, CHAT_ID)).toEqual([world.bob.id, bot]);
      const again = { CHAT_ID, USER_ID: world.carol.id, CLIENT_ID };
      await expectRefusal(world.alice, 'imbot.chat.user.delete', again, 'WRONG_REQUEST');
    },
    async BOT_ID(world) {
      const [first, second] = [await world.bot({ code: 'first' }), await world.bot({ code: 'second' })];
      const CHAT_ID = await botChat(world, second, { USERS: [first, world.bob.id] });
      const params = { CHAT_ID, USER_ID: world.bob.id, CLIENT_ID };
      await expectRefusal(world.alice, 'imbot.chat.user.delete', params, 'WRONG_REQUEST');
      await remove(world, { ...params, BOT_ID: second });
    },
    async CLIENT_ID(world) {
      const BOT_ID = await world.bot({ clientId: 'mine' });
      const CHAT_ID = await botChat(world, BOT_ID, { CLIENT_ID: 'mine', USERS: [world.bob.id] });
      const params = { CHAT_ID, USER_ID: world.bob.id, BOT_ID };
      await expectRefusal(world.alice, 'imbot.chat.user.delete', { ...params, CLIENT_ID: 'other' }, 'APP_ID_ERROR');
      await remove(world, { ...params, CLIENT_ID: 'mine' });
    },
  },
});
