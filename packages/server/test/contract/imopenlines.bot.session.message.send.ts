import { expect } from 'vitest';
import { heldByBob, lineWithBot, sessionErrors } from '../scenes/lines.ts';
import { CLIENT_ID } from '../world.ts';
import { contract } from './contract.ts';

const METHOD = 'imopenlines.bot.session.message.send';

export default contract({
  method: METHOD,
  example: async (world) => ({
    params: { CHAT_ID: (await lineWithBot(world)).chatId, NAME: 'DEFAULT', MESSAGE: 'Hello!' },
  }),
  errors: sessionErrors,
  params: {
    async CHAT_ID(world) {
      const { chatId, visitor } = await lineWithBot(world);
      expect(await world.alice.ok(METHOD, { CHAT_ID: world.groupChatId, MESSAGE: 'Nothing' })).toBe(true);
      expect(await world.dana.ok(METHOD, { CHAT_ID: chatId, MESSAGE: 'Not hers' })).toBe(true);
      await world.dana.ok(METHOD, { CHAT_ID: chatId, MESSAGE: 'By the bot', CLIENT_ID });
      expect((await visitor.texts()).slice(1)).toEqual(['By the bot']);
    },
    async NAME(world) {
      const { chatId, visitor } = await lineWithBot(world);
      await world.alice.ok(METHOD, { CHAT_ID: chatId, NAME: 'WELCOME', MESSAGE: 'Not this' });
      expect((await visitor.texts()).slice(1)).toEqual(['Welcome!']);
    },
    /** Without NAME it is what is sent, also when the bot is out of the chat (G60). */
    async MESSAGE(world) {
      const { chatId, visitor } = await heldByBob(world);
      await world.alice.ok(METHOD, { CHAT_ID: chatId, MESSAGE: 'Goodbye', CLIENT_ID });
      await world.alice.ok(METHOD, { CHAT_ID: chatId, MESSAGE: '', CLIENT_ID });
      expect((await visitor.texts()).slice(1)).toEqual(['I am Bob', 'Goodbye']);
    },
  },
});
