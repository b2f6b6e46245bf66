import { contract } from './contract.ts';

export default contract({
  method: 'user.fields',
  example: async () => ({ params: {} }),
  errors: {},
  params: {},
});
