import { expect } from 'vitest';
import { heldByBob, lineWithBot, membersOf, sessionErrors } from '../scenes/lines.ts';
import { contract } from './contract.ts';

export default contract({
  method: 'imopenlines.bot.session.operator',
  example: async (world) => ({ params: { CHAT_ID: (await lineWithBot(world)).chatId } }),
  errors: {
    ...sessionErrors,
    'WRONG_CHAT: Operator is not a bot': async (world) => ({ params: { CHAT_ID: (await heldByBob(world)).chatId } }),
  },
  params: {
    async CHAT_ID(world) {
      const { chatId, bot } = await lineWithBot(world);
      await world.alice.ok('imopenlines.bot.session.operator', { CHAT_ID: chatId });
      // The bot stays until somebody takes the visitor.
      expect(await membersOf(world, chatId)).toEqual(expect.arrayContaining([world.bob.id, bot]));
      const again = { CHAT_ID: chatId };
      expect(await world.alice.ok('imopenlines.bot.session.operator', again)).toBe(true);
      const { body } = await world.alice.call('imopenlines.bot.session.operator', { CHAT_ID: world.groupChatId });
      expect(body.error).toBe('WRONG_CHAT');
    },
  },
});
