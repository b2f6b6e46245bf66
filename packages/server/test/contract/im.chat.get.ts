import { expect } from 'vitest';
import { contract } from './contract.ts';

const DEAL = { ENTITY_TYPE: 'CRM', ENTITY_ID: 'DEAL|1663' };

export default contract({
  method: 'im.chat.get',
  async example(world) {
    await world.alice.ok('im.chat.add', DEAL);
    return { params: DEAL };
  },
  errors: {},
  params: {
    async ENTITY_TYPE(world) {
      const chat = await world.alice.ok('im.chat.add', DEAL);
      expect(await world.alice.ok('im.chat.get', DEAL)).toEqual({ ID: chat });
      expect(await world.bob.ok('im.chat.get', DEAL)).toBeNull();
      for (const ENTITY_TYPE of ['LINES', '']) {
        expect(await world.alice.ok('im.chat.get', { ...DEAL, ENTITY_TYPE })).toBeNull();
      }
    },
    async ENTITY_ID(world) {
      await world.alice.ok('im.chat.add', DEAL);
      for (const ENTITY_ID of ['DEAL|1664', '']) {
        expect(await world.alice.ok('im.chat.get', { ...DEAL, ENTITY_ID })).toBeNull();
      }
    },
  },
});
