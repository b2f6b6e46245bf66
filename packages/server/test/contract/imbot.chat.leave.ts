import { expect } from 'vitest';
import { botChat, joinGroup, membersSeenBy, privateChatWith, WORKGROUP } from '../scenes/chats.ts';
import { foreignBot } from '../scenes/commands.ts';
import { expectRefusal, NOBODY } from '../scenes/refusals.ts';
import { CLIENT_ID, type World } from '../world.ts';
import { contract } from './contract.ts';

/** A bot of that code in the group chat. */
async function botInGroup(world: World, code = 'test-bot', clientId = CLIENT_ID): Promise<number> {
  const bot = await world.bot({ code, clientId });
  await joinGroup(world, bot);
  return bot;
}

export default contract({
  method: 'imbot.chat.leave',
  example: async (world) => ({
    params: { BOT_ID: await botInGroup(world), CHAT_ID: world.groupChatId, CLIENT_ID },
  }),
  errors: {
    "CHAT_ID_EMPTY: Chat ID can't be empty": () => ({ params: { CHAT_ID: 0, BOT_ID: NOBODY } }),
    'ACCESS_ERROR: Action unavailable': async (world) => ({
      params: { CHAT_ID: await privateChatWith(world, await world.bot()), CLIENT_ID },
    }),
    'ACCESS_ERROR: It is forbidden to delete users of this chat': async (world) => ({
      params: { CHAT_ID: await botChat(world, await world.bot(), WORKGROUP), CLIENT_ID },
    }),
    'ACCESS_ERROR: LEAVE_OWNER_FORBIDDEN': async (world) => ({
      params: { CHAT_ID: await botChat(world, await world.bot(), { USERS: [world.bob.id] }), CLIENT_ID },
    }),
    "WRONG_REQUEST: You don't have access or user isn't a member in chat": async (world) => ({
      params: { CHAT_ID: world.groupChatId, BOT_ID: await world.bot(), CLIENT_ID },
    }),
    'BOT_ID_ERROR: Bot not found': () => ({ params: { CHAT_ID: NOBODY, BOT_ID: NOBODY, CLIENT_ID } }),
    'APP_ID_ERROR: Bot was installed by another rest application': async (world) => ({
      params: { CHAT_ID: NOBODY, BOT_ID: await foreignBot(world), CLIENT_ID },
    }),
  },
  params: {
    async CHAT_ID(world) {
      const bot = await botInGroup(world);
      const own = await botChat(world, bot, { TYPE: 'OPEN' });
      await world.alice.ok('imbot.chat.leave', { CHAT_ID: own, CLIENT_ID });
      expect(await membersSeenBy(world.alice, own)).toEqual([]);
      expect(await membersSeenBy(world.alice, world.groupChatId)).toContain(bot);
    },
    async BOT_ID(world) {
      const [first, second] = [await botInGroup(world, 'first'), await botInGroup(world, 'second')];
      await world.alice.ok('imbot.chat.leave', { CHAT_ID: world.groupChatId, BOT_ID: second, CLIENT_ID });
      const members = await membersSeenBy(world.alice, world.groupChatId);
      expect(members).toEqual([world.alice.id, world.bob.id, first]);
    },
    async CLIENT_ID(world) {
      const params = { CHAT_ID: world.groupChatId, BOT_ID: await botInGroup(world, 'bot', 'mine') };
      await expectRefusal(world.alice, 'imbot.chat.leave', { ...params, CLIENT_ID: 'not-mine' }, 'APP_ID_ERROR');
      await world.alice.ok('imbot.chat.leave', { ...params, CLIENT_ID: 'mine' });
    },
  },
});
