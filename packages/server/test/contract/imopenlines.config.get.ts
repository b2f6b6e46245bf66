import { expect } from 'vitest';
import { lineProgram, newLine } from '../scenes/lines.ts';
import { withScope } from '../scenes/people.ts';
import { NOBODY } from '../scenes/refusals.ts';
import type { World } from '../world.ts';
import { contract } from './contract.ts';

const METHOD = 'imopenlines.config.get';

const queued = (world: World) =>
  newLine(world, { queue: [world.bob, world.carol].map(({ id }) => ({ kind: 'person' as const, id })) });

export default contract({
  method: METHOD,
  example: async (world) => ({
    params: { CONFIG_ID: (await queued(world)).id, WITH_QUEUE: 'Y', SHOW_OFFLINE: 'Y' },
    as: await lineProgram(world),
  }),
  errors: {
    "CONFIG_ID_EMPTY: Config ID can't be empty": async (world) => ({
      params: { CONFIG_ID: 'x' },
      as: await lineProgram(world),
    }),
  },
  params: {
    async CONFIG_ID(world) {
      const line = await newLine(world, { name: 'Sales' });
      const program = await lineProgram(world);
      expect(await program.ok(METHOD, { CONFIG_ID: line.id })).toMatchObject({
        ID: String(line.id),
        LINE_NAME: 'Sales',
      });
      expect(await program.ok(METHOD, { CONFIG_ID: NOBODY })).toBe(false);
      const guest = await withScope(world, world.dana, ['imopenlines']);
      expect(await guest.ok(METHOD, { CONFIG_ID: line.id })).toBe(false);
    },
    async WITH_QUEUE(world) {
      const { id } = await queued(world);
      const program = await lineProgram(world);
      const { QUEUE, ...others } = await program.ok(METHOD, { CONFIG_ID: id });
      expect(QUEUE).toEqual([String(world.bob.id), String(world.carol.id)]);
      expect(others).toHaveProperty('QUEUE_FULL');
      const without = await program.ok(METHOD, { CONFIG_ID: id, WITH_QUEUE: 'N' });
      expect(Object.keys(without).filter((key) => /^QUEUE(?!_TYPE|_TIME)/.test(key))).toEqual([]);
    },
    async SHOW_OFFLINE(world) {
      const { id } = await queued(world);
      const program = await lineProgram(world);
      expect(await program.ok(METHOD, { CONFIG_ID: id, SHOW_OFFLINE: 'N' })).toMatchObject({
        QUEUE: [],
        QUEUE_ONLINE: 'N',
      });
      await world.carol.ok('im.message.add', { DIALOG_ID: world.bob.id, MESSAGE: 'I am here' });
      expect(await program.ok(METHOD, { CONFIG_ID: id, SHOW_OFFLINE: 'N' })).toMatchObject({
        QUEUE: [String(world.carol.id)],
        QUEUE_ONLINE: 'Y',
      });
    },
  },
});
