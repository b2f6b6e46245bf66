import { contract } from './contract.ts';

export default contract({
  method: 'imbot.v2.Revision.get',
  example: async () => ({ params: {} }),
  errors: {},
  params: {},
});
