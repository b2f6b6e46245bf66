import { contract } from './contract.ts';

export default contract({
  method: 'user.admin',
  example: async () => ({ params: {} }),
  errors: {},
  params: {},
});
