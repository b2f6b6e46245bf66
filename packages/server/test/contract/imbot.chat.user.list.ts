import { expect } from 'vitest';
import { botChat, joinGroup, privateChatWith } from '../scenes/chats.ts';
import { foreignBot } from '../scenes/commands.ts';
import { expectRefusal, NOBODY } from '../scenes/refusals.ts';
import { CLIENT_ID } from '../world.ts';
import { contract } from './contract.ts';

export default contract({
  method: 'imbot.chat.user.list',
  example: async (world) => ({
    params: { CHAT_ID: await botChat(world, await world.bot(), { USERS: [world.bob.id] }), CLIENT_ID },
  }),
  errors: {
    "CHAT_ID_EMPTY: Chat ID can't be empty": () => ({ params: { BOT_ID: NOBODY } }),
    'ACCESS_ERROR: Action unavailable': async (world) => ({
      params: { CHAT_ID: await privateChatWith(world, await world.bot()), CLIENT_ID },
    }),
    'BOT_ID_ERROR: Bot not found': () => ({ params: { CHAT_ID: NOBODY, BOT_ID: NOBODY, CLIENT_ID } }),
    'APP_ID_ERROR: Bot was installed by another rest application': async (world) => ({
      params: { CHAT_ID: NOBODY, BOT_ID: await foreignBot(world), CLIENT_ID },
    }),
  },
  params: {
    async CHAT_ID(world) {
      const bot = await world.bot();
      const group = { CHAT_ID: world.groupChatId, CLIENT_ID };
      await expectRefusal(world.alice, 'imbot.chat.user.list', group, 'ACCESS_ERROR');
      await joinGroup(world, bot);
      expect(await world.alice.ok('imbot.chat.user.list', group)).toEqual([world.alice.id, world.bob.id, bot]);
    },
    async BOT_ID(world) {
      const [, second] = [await world.bot({ code: 'first' }), await world.bot({ code: 'second' })];
      const params = { CHAT_ID: await botChat(world, second), CLIENT_ID };
      await expectRefusal(world.alice, 'imbot.chat.user.list', params, 'ACCESS_ERROR');
      expect(await world.alice.ok('imbot.chat.user.list', { ...params, BOT_ID: second })).toEqual([second]);
    },
    async CLIENT_ID(world) {
      const BOT_ID = await world.bot({ clientId: 'mine' });
      const params = { CHAT_ID: await botChat(world, BOT_ID, { CLIENT_ID: 'mine' }), BOT_ID };
      await expectRefusal(world.alice, 'imbot.chat.user.list', { ...params, CLIENT_ID: 'other' }, 'APP_ID_ERROR');
      expect(await world.alice.ok('imbot.chat.user.list', { ...params, CLIENT_ID: 'mine' })).toEqual([BOT_ID]);
    },
  },
});
