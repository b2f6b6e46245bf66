import { contract } from './contract.ts';

export default contract({
  method: 'im.v2.Event.unsubscribe',
  example: async () => ({ params: {} }),
  errors: {},
  params: {},
});
