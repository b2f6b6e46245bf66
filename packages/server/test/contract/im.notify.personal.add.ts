import { sending } from '../scenes/notifications.ts';
import { contract } from './contract.ts';

const ALICE = 1;

export default contract(
  sending('im.notify.personal.add', 'Access for this method not allowed by session authorization', ALICE),
);
