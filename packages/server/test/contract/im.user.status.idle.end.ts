import { contract } from './contract.ts';

export default contract({
  method: 'im.user.status.idle.end',
  async example({ alice }) {
    await alice.ok('im.user.status.idle.start');
    return { params: {} };
  },
  errors: {},
  params: {},
});
