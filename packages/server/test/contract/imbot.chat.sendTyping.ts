import { expect } from 'vitest';
import { botChat, privateChatWith, typingDuring } from '../scenes/chats.ts';
import { foreignBot } from '../scenes/commands.ts';
import { expectRefusal, NOBODY } from '../scenes/refusals.ts';
import { CLIENT_ID, type World } from '../world.ts';
import { contract } from './contract.ts';

const send = (world: World, params: Record<string, unknown>) =>
  typingDuring(world, () => world.alice.ok('imbot.chat.sendTyping', { CLIENT_ID, ...params }));

export default contract({
  method: 'imbot.chat.sendTyping',
  async example(world) {
    const BOT_ID = await world.bot();
    return { params: { BOT_ID, DIALOG_ID: `chat${await botChat(world, BOT_ID)}`, CLIENT_ID } };
  },
  errors: {
    'BOT_ID_ERROR: Bot not found': () => ({ params: { BOT_ID: NOBODY, DIALOG_ID: '', CLIENT_ID } }),
    'APP_ID_ERROR: Bot was installed by another REST application': async (world) => ({
      params: { BOT_ID: await foreignBot(world), DIALOG_ID: '', CLIENT_ID },
    }),
    "DIALOG_ID_EMPTY: Dialog ID can't be empty": async (world) => ({
      params: { BOT_ID: await world.bot(), DIALOG_ID: '', CLIENT_ID },
    }),
  },
  params: {
    async BOT_ID(world) {
      const [first, second] = [await world.bot({ code: 'first' }), await world.bot({ code: 'second' })];
      const chatId = await botChat(world, first, { USERS: [second] });
      expect(await send(world, { DIALOG_ID: `chat${chatId}`, BOT_ID: second })).toEqual([{ chatId, userId: second }]);
      expect(await send(world, { DIALOG_ID: `chat${chatId}` })).toEqual([{ chatId, userId: first }]);
    },
    async DIALOG_ID(world) {
      const bot = await world.bot();
      const chatId = await privateChatWith(world, bot);
      expect(await send(world, { DIALOG_ID: world.alice.id })).toEqual([{ chatId, userId: bot }]);
      // Where the bot is not, nothing is shown, and the answer is no other.
      expect(await send(world, { DIALOG_ID: `chat${world.groupChatId}` })).toEqual([]);
      expect(await send(world, { DIALOG_ID: `chat${NOBODY}` })).toEqual([]);
    },
    async CLIENT_ID(world) {
      const params = { BOT_ID: await world.bot({ clientId: 'mine' }), DIALOG_ID: `chat${world.groupChatId}` };
      await expectRefusal(world.alice, 'imbot.chat.sendTyping', { ...params, CLIENT_ID: 'other' }, 'APP_ID_ERROR');
      await world.alice.ok('imbot.chat.sendTyping', { ...params, CLIENT_ID: 'mine' });
    },
  },
});
