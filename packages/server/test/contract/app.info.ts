import { contract } from './contract.ts';

export default contract({
  method: 'app.info',
  example: async (world) => ({ params: {}, as: await world.application() }),
  errors: {
    'ACCESS_DENIED: Access denied! Application context required': async () => ({ params: {} }),
  },
  params: {},
});
