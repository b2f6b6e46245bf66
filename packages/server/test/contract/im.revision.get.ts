import { contract } from './contract.ts';

export default contract({
  method: 'im.revision.get',
  example: async () => ({ params: {} }),
  errors: {},
  params: {},
});
