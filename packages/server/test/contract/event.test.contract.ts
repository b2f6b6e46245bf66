import { bind } from '../scenes/events.ts';
import { contract } from './contract.ts';

export default contract({
  method: 'event.test',
  async example(world) {
    const application = await world.application();
    await bind(application, 'ONAPPTEST', await world.handler());
    return { as: application, params: { any: 'data' } };
  },
  errors: {},
  params: {},
});
