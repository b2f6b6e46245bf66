import { contract } from './contract.ts';

export default contract({
  method: 'imbot.bot.list',
  async example(world) {
    await world.bot({ code: 'newbot', more: { PROPERTIES: { NAME: 'NewBot' } } });
    return { params: {} };
  },
  errors: {},
  params: {},
});
