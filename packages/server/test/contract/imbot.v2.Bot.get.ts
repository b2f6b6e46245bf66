import { expect } from 'vitest';
import { WHOLE_USER } from '../scenes/acting-bots.ts';
import { NOBODY } from '../scenes/refusals.ts';
import { BOT_TOKEN, secondBot } from '../scenes/second-bot.ts';
import { contract } from './contract.ts';

const METHOD = 'imbot.v2.Bot.get';

export default contract({
  method: METHOD,
  async example(world) {
    await secondBot(world, { code: 'support_bot' });
    return { params: { botToken: BOT_TOKEN, code: 'support_bot' } };
  },
  shape: (documented) => ({ ...(documented as object), users: [WHOLE_USER] }),
  errors: {
    'BOT_TOKEN_NOT_SPECIFIED: Bot token not specified (botToken is required for webhook auth)': () => ({ params: {} }),
    'PARAMS_REQUIRED: Required parameters are missing': () => ({ params: { botToken: BOT_TOKEN } }),
    'BOT_NOT_FOUND: Bot not found': async (world) => {
      await secondBot(world);
      // The id is looked at first.
      return { params: { botToken: BOT_TOKEN, botId: NOBODY, code: 'second' } };
    },
  },
  params: {
    async botId(world) {
      const [first, second] = [await secondBot(world, { code: 'first' }), await secondBot(world)];
      const told = [];
      for (const botId of [first, String(second)])
        told.push((await world.alice.ok(METHOD, { botToken: BOT_TOKEN, botId })).bot.id);
      expect(told).toEqual([first, second]);
    },
    async code(world) {
      await secondBot(world, { code: 'first' });
      const id = await secondBot(world);
      expect((await world.alice.ok(METHOD, { botToken: BOT_TOKEN, code: 'second' })).bot.id).toBe(id);
    },
    // V10
    async botToken(world) {
      const botId = await secondBot(world);
      const all = await world.alice.ok(METHOD, { botToken: BOT_TOKEN, botId });
      const outline = await world.alice.ok(METHOD, { botToken: 'another', botId });
      expect(all.bot).toMatchObject({ ...outline.bot, moduleId: 'rest', eventMode: 'fetch', countChat: 0 });
      expect(Object.keys(outline.bot)).not.toContain('eventMode');
      expect(outline.users).toEqual(all.users);
    },
  },
});
