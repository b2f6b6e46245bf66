import { notifyBob } from '../scenes/notifications.ts';
import { contract } from './contract.ts';

export default contract({
  method: 'im.notify.read.all',
  async example(world) {
    await notifyBob(world);
    return { params: {}, as: 'bob' };
  },
  errors: {},
  params: {},
});
