import { expect } from 'vitest';
import { storageOf } from '../scenes/files.ts';
import { contract } from './contract.ts';

export default contract({
  method: 'disk.storage.getlist',
  example: async (world) => ({ params: { filter: { ENTITY_TYPE: 'user', ENTITY_ID: String(world.alice.id) } } }),
  errors: {},
  params: {
    async filter(world) {
      const list = (filter: object) => world.alice.ok('disk.storage.getlist', { filter });
      const own = await storageOf(world.alice);
      expect(own).not.toBe(await storageOf(world.bob));
      for (const wanted of [{ ID: own }, { '%NAME': 'alice' }, { '!ENTITY_TYPE': 'group' }, { '@ID': [own, 7] }])
        expect(await list(wanted)).toHaveLength(1);
      for (const other of [{ ENTITY_TYPE: 'group' }, { '>ID': own }, { ENTITY_ID: world.bob.id }])
        expect(await list(other)).toEqual([]);
    },
    async start(world) {
      expect(await world.alice.ok('disk.storage.getlist', { start: 0 })).toHaveLength(1);
      expect(await world.alice.ok('disk.storage.getlist', { start: 50 })).toEqual([]);
    },
  },
});
