import { notifyBob } from '../scenes/notifications.ts';
import type { World } from '../world.ts';
import { contract } from './contract.ts';

const NOT_HERE = [
  'COLLAB',
  'COLLAB_UNREAD',
  'COPILOT',
  'COPILOT_UNREAD',
  'CHANNEL_COMMENT',
  'TASKS_TASK',
  'TASKS_TASK_UNREAD',
];

async function mutedChat({ alice, bob }: World): Promise<void> {
  const CHAT_ID = await alice.ok('im.chat.add', { USERS: [bob.id] });
  await bob.ok('im.chat.mute', { CHAT_ID, MUTE: 'Y' });
  await alice.ok('im.message.add', { DIALOG_ID: `chat${CHAT_ID}`, MESSAGE: 'Hello' });
}

export default contract({
  method: 'im.counters.get',
  async example(world) {
    for (let n = 0; n < 4; n += 1) await notifyBob(world);
    for (let n = 0; n < 2; n += 1) await mutedChat(world);
    await world.alice.ok('im.message.add', { DIALOG_ID: world.bob.id, MESSAGE: 'Hello' });
    return { params: {}, as: 'bob' };
  },
  // The page has seven of them; portals answer all of these (G23).
  shape: (documented) => ({ ...(documented as object), ...Object.fromEntries(NOT_HERE.map((name) => [name, []])) }),
  errors: {},
  params: {},
});
