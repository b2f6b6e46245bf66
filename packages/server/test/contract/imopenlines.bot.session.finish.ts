import { expect } from 'vitest';
import { lineWithBot, membersOf, sessionErrors } from '../scenes/lines.ts';
import { expectRefusal } from '../scenes/refusals.ts';
import { CLIENT_ID, type World } from '../world.ts';
import { contract } from './contract.ts';

const METHOD = 'imopenlines.bot.session.finish';

const finish = async (world: World) => ({ params: { CHAT_ID: (await lineWithBot(world)).chatId, CLIENT_ID } });

export default contract({
  method: METHOD,
  example: finish,
  errors: {
    ...sessionErrors,
    'BOT_ID_ERROR: Bot not found': async (world) => {
      const { params } = await finish(world);
      return { params: { ...params, CLIENT_ID: 'another-app' } };
    },
  },
  params: {
    async CHAT_ID(world) {
      const { visitor, chatId, bot } = await lineWithBot(world);
      await world.alice.ok(METHOD, { CHAT_ID: chatId, CLIENT_ID });
      expect((await visitor.read()).body.state).toBe('closed');
      expect(await membersOf(world, chatId)).not.toContain(bot);
      // Once more is no fault (G59).
      expect(await world.alice.ok(METHOD, { CHAT_ID: chatId, CLIENT_ID })).toBe(true);
      await expectRefusal(world.alice, METHOD, { CHAT_ID: world.groupChatId, CLIENT_ID }, 'BOT_ID_ERROR');
    },
    async CLIENT_ID(world) {
      const { params } = await finish(world);
      await expectRefusal(world.alice, METHOD, { CHAT_ID: params.CHAT_ID }, 'BOT_ID_ERROR');
      await world.alice.ok(METHOD, params);
    },
  },
});
