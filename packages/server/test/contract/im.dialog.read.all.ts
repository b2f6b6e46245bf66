import { contract } from './contract.ts';

export default contract({
  method: 'im.dialog.read.all',
  example: async () => ({ params: {} }),
  errors: {},
  params: {},
});
