import { expect } from 'vitest';
import { messageSeenBy } from '../scenes/chats.ts';
import type { World } from '../world.ts';
import { contract } from './contract.ts';

/** Alice has written to Bob. */
const written = (world: World): Promise<number> =>
  world.alice.ok('im.message.add', { DIALOG_ID: world.bob.id, MESSAGE: 'first' });

const like = (ACTION: string) => async (world: World) =>
  ({ params: { MESSAGE_ID: await written(world), ACTION }, as: 'bob' }) as const;

export default contract({
  method: 'im.message.like',
  example: like('plus'),
  errors: {
    "MESSAGE_ID_ERROR: Message ID can't be empty": async (world) => ({ ...(await like('plus')(world)), as: 'carol' }),
    'WITHOUT_CHANGES: Action completed without changes': like('minus'),
  },
  params: {
    async MESSAGE_ID(world) {
      const [one, other] = [await written(world), await written(world)];
      await world.bob.ok('im.message.like', { MESSAGE_ID: other });
      expect(await messageSeenBy(world.alice, world.bob.id, other)).toMatchObject({ params: { LIKE: [world.bob.id] } });
      expect((await messageSeenBy(world.alice, world.bob.id, one)).params).not.toHaveProperty('LIKE');
    },
    async ACTION(world) {
      const MESSAGE_ID = await written(world);
      const act = async (ACTION: string) => (await world.bob.call('im.message.like', { MESSAGE_ID, ACTION })).status;
      expect([
        await act('plus'),
        await act('plus'),
        await act('auto'),
        await act('minus'),
        await act('auto'),
        await act('minus'),
      ]).toEqual([200, 400, 200, 400, 200, 200]);
    },
  },
});
