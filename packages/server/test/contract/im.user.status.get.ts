import { contract } from './contract.ts';

export default contract({
  method: 'im.user.status.get',
  async example({ alice }) {
    await alice.ok('im.user.status.set', { STATUS: 'dnd' });
    return { params: {} };
  },
  errors: {},
  params: {},
});
