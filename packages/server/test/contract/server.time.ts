import { contract } from './contract.ts';

export default contract({
  method: 'server.time',
  example: async () => ({ params: {} }),
  errors: {},
  params: {},
});
