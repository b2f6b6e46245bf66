import { bind, keep } from '../scenes/events.ts';
import { contract } from './contract.ts';

const URL = 'https://www.my-domain.com/handler/';

export default contract({
  method: 'event.get',
  async example(world) {
    const application = await world.application();
    await bind(application, 'ONUSERADD', URL);
    await bind(application, 'ONUSERADD', URL, { auth_type: world.bob.id });
    await keep(application, 'ONUSERADD', { auth_connector: 'BxTest' });
    return { as: application, params: {} };
  },
  errors: {},
  params: {},
});
