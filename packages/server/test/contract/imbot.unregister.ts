import { expect } from 'vitest';
import { foreignBot } from '../scenes/commands.ts';
import { expectRefusal, NOBODY, storeRefuses } from '../scenes/refusals.ts';
import { CLIENT_ID } from '../world.ts';
import { contract } from './contract.ts';

export default contract({
  method: 'imbot.unregister',
  example: async (world) => ({ params: { BOT_ID: await world.bot(), CLIENT_ID } }),
  errors: {
    'WRONG_AUTH_TYPE: Access for this method not allowed by session authorization.': () => ({
      auth: 'session',
      params: {},
    }),
    'ACCESS_DENIED: Access denied! Client ID not specified': async (world) => ({
      params: { BOT_ID: await world.bot() },
    }),
    'BOT_ID_ERROR: Bot not found': async (world) => {
      // One left out is never the first one that the application registered: nobody loses a bot by a slip.
      await world.bot();
      return { params: { CLIENT_ID } };
    },
    'APP_ID_ERROR: Bot was installed by another REST application': async (world) => ({
      params: { BOT_ID: await foreignBot(world), CLIENT_ID },
    }),
    "WRONG_REQUEST: Bot can't be deleted": async (world) => {
      const bot = await world.bot();
      await storeRefuses(world, 'update on bot');
      return { params: { BOT_ID: bot, CLIENT_ID } };
    },
  },
  params: {
    async BOT_ID({ alice, bot }) {
      const [gone, stays] = [await bot({ code: 'gone' }), await bot({ code: 'stays' })];
      await alice.ok('imbot.unregister', { BOT_ID: gone, CLIENT_ID });
      expect(Object.keys(await alice.ok('imbot.bot.list'))).toEqual([String(stays)]);
      await expectRefusal(alice, 'imbot.unregister', { BOT_ID: NOBODY, CLIENT_ID }, 'BOT_ID_ERROR');
    },
    async CLIENT_ID({ alice, bot }) {
      const params = { BOT_ID: await bot({ clientId: 'mine' }) };
      await expectRefusal(alice, 'imbot.unregister', { ...params, CLIENT_ID: 'not-mine' }, 'APP_ID_ERROR');
      await alice.ok('imbot.unregister', { ...params, CLIENT_ID: 'mine' });
    },
  },
});
