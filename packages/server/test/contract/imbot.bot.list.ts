import { contract } from './contract.ts';

export default contract({
  method: 'imbot.bot.list',
  async example(world) {
    await world.bot({ code: 'newbot', more: { PROPERTIES: { NAME: 'NewBot' } } });
    return { params: {} };
  },
  errors: {
    'WRONG_AUTH_TYPE: Access for this method not allowed by session authorization.': () => ({
      auth: 'session',
      params: {},
    }),
  },
  params: {},
});
