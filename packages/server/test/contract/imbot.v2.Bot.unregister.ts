import { actingBot, actingErrors, actingParams, byBot } from '../scenes/acting-bots.ts';
import { storeRefuses } from '../scenes/refusals.ts';
import { contract } from './contract.ts';

const METHOD = 'imbot.v2.Bot.unregister';
const nothing = async () => ({});

export default contract({
  method: METHOD,
  example: byBot(nothing),
  errors: {
    ...actingErrors,
    'BOT_UNREGISTER_FAILED: Bot unregistration failed': async (world) => {
      const { names } = await actingBot(world);
      await storeRefuses(world, 'update on bot');
      return { params: names };
    },
  },
  params: actingParams(METHOD, nothing),
});
