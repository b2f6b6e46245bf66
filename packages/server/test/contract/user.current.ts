import { contract } from './contract.ts';

export default contract({
  method: 'user.current',
  example: async () => ({ params: {} }),
  errors: {},
  params: {},
});
