import { expect } from 'vitest';
import { notifyBob, readByBob } from '../scenes/notifications.ts';
import type { World } from '../world.ts';
import { contract } from './contract.ts';

const METHOD = 'im.notify.read.list';

const three = async (world: World) => [await notifyBob(world), await notifyBob(world), await notifyBob(world)] as const;

export default contract({
  method: METHOD,
  example: async (world) => ({ params: { IDS: await three(world), ACTION: 'Y' }, as: 'bob' }),
  errors: {
    'PARAMS_ERROR: No IDS param or it is not an array': () => ({ params: { IDS: 101 } }),
  },
  params: {
    async IDS(world) {
      const [one, two, three_] = await three(world);
      const ids = [one, two, three_];
      expect(await world.bob.ok(METHOD, { IDS: [] })).toBe(true);
      // What follows one that is not positive is left out (G15), and those of others stay as they are.
      expect(await world.bob.ok(METHOD, { IDS: [one, 999_999, 0, two] })).toBe(true);
      expect(await world.bob.ok(METHOD, { IDS: ['first', three_] })).toBe(true);
      await world.carol.ok(METHOD, { IDS: [three_] });
      expect(await readByBob(world, ids)).toBe('YNN');
      await world.bob.ok(METHOD, { IDS: `[${two}, "${three_}"]` });
      expect(await readByBob(world, ids)).toBe('YYY');
    },
    async ACTION(world) {
      const ids = await three(world);
      const mark = (ACTION: unknown) => world.bob.ok(METHOD, { IDS: ids, ACTION });
      const seen: string[] = [];
      for (const action of ['Y', 'other', true, 'N', null]) {
        await mark(action);
        seen.push(await readByBob(world, ids));
      }
      expect(seen).toEqual(['YYY', 'NNN', 'YYY', 'NNN', 'YYY']);
    },
  },
});
