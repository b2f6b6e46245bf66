import { expect } from 'vitest';
import { messageSeenBy } from '../scenes/chats.ts';
import type { World } from '../world.ts';
import { contract } from './contract.ts';

/** Alice has written to Bob. */
const written = (world: World): Promise<number> =>
  world.alice.ok('im.message.add', { DIALOG_ID: world.bob.id, MESSAGE: 'first' });

export default contract({
  method: 'im.message.delete',
  example: async (world) => ({ params: { MESSAGE_ID: await written(world) } }),
  errors: {
    "MESSAGE_ID_ERROR: Message ID can't be empty": () => ({ params: { MESSAGE_ID: '' } }),
    "CANT_EDIT_MESSAGE: Time has expired for modification or you don't have access": async (world) => ({
      params: { MESSAGE_ID: await written(world) },
      as: 'bob',
    }),
  },
  params: {
    async MESSAGE_ID(world) {
      const [one, other] = [await written(world), await written(world)];
      await world.alice.ok('im.message.delete', { MESSAGE_ID: one });
      const gone = await messageSeenBy(world.bob, world.alice.id, one);
      expect(gone.text).not.toContain('first');
      expect(gone.params).toMatchObject({ IS_DELETED: 'Y' });
      expect(await messageSeenBy(world.bob, world.alice.id, other)).toMatchObject({ text: 'first' });
    },
  },
});
