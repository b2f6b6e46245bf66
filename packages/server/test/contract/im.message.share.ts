import { expect } from 'vitest';
import { membersSeenBy, messageSeenBy } from '../scenes/chats.ts';
import { recentIdsOf } from '../scenes/recent.ts';
import { expectRefusal } from '../scenes/refusals.ts';
import type { World } from '../world.ts';
import { contract } from './contract.ts';

const METHOD = 'im.message.share';

/** Bob has written into the group of Alice and him. */
async function shared({ bob, groupChatId }: World, MESSAGE = 'Lunch?\nAt one') {
  const DIALOG_ID = `chat${groupChatId}`;
  return { MESSAGE_ID: await bob.ok('im.message.add', { DIALOG_ID, MESSAGE }), DIALOG_ID, TYPE: 'CHAT' };
}

/** The newest message of the chat that Alice was in last. */
async function newestOf({ alice }: World) {
  const [DIALOG_ID = ''] = await recentIdsOf(alice);
  const { messages } = await alice.ok('im.dialog.messages.get', { DIALOG_ID, LIMIT: 1 });
  return { DIALOG_ID, message: messages[0] };
}

export default contract({
  method: METHOD,
  example: async (world) => ({ params: await shared(world) }),
  errors: {
    "MESSAGE_ID_ERROR: Message ID can't be empty": async (world) => ({ params: await shared(world), as: 'carol' }),
    "DIALOG_ID_EMPTY: Dialog ID can't be empty": async (world) => ({
      params: { ...(await shared(world)), DIALOG_ID: '' },
    }),
    'ACCESS_ERROR: You do not have access to the specified dialog': async (world) => ({
      params: { ...(await shared(world)), DIALOG_ID: 'chat999999' },
    }),
    'PARAMS_ERROR: Incorrect params': async (world) => ({ params: { ...(await shared(world)), TYPE: 'TASK' } }),
  },
  params: {
    async MESSAGE_ID(world) {
      const params = await shared(world);
      await shared(world, 'Another one');
      expect(await world.alice.ok(METHOD, params)).toBe(true);
      const { DIALOG_ID, message } = await newestOf(world);
      expect(message).toMatchObject({
        author_id: world.alice.id,
        text: '>>Bob Birch [2026-01-05 09:00]\n>>Lunch?\n>>At one',
      });
      // What was deleted is not there to be shared.
      await world.bob.ok('im.message.delete', { MESSAGE_ID: params.MESSAGE_ID });
      await expectRefusal(world.alice, METHOD, params, 'MESSAGE_ID_ERROR');
      expect(await messageSeenBy(world.bob, DIALOG_ID, message.id)).toMatchObject({ id: message.id });
    },
    async DIALOG_ID(world) {
      const { alice, bob, groupChatId } = world;
      const params = await shared(world);
      await alice.ok(METHOD, params);
      const { DIALOG_ID } = await newestOf(world);
      expect(DIALOG_ID).not.toBe(params.DIALOG_ID);
      expect(await membersSeenBy(alice, Number(String(DIALOG_ID).slice(4)))).toEqual([alice.id, bob.id]);
      // A message is shared from where it stands.
      await alice.ok('im.message.add', { DIALOG_ID: bob.id, MESSAGE: 'Hello' });
      await expectRefusal(alice, METHOD, { ...params, DIALOG_ID: bob.id }, 'PARAMS_ERROR');
      expect(await membersSeenBy(alice, groupChatId)).toEqual([alice.id, bob.id]);
    },
    async TYPE(world) {
      const params = await shared(world);
      expect(await world.alice.ok(METHOD, { ...params, TYPE: 'chat' })).toBe(true);
      for (const TYPE of ['POST', 'CALEND', 'NONE'])
        await expectRefusal(world.alice, METHOD, { ...params, TYPE }, 'PARAMS_ERROR');
    },
  },
});
