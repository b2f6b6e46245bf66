import { contract } from './contract.ts';

export default contract({
  method: 'profile',
  example: async () => ({ params: {} }),
  errors: {},
  params: {},
});
