import { expect } from 'vitest';
import { observedSettings, SETTINGS } from '../scenes/line-settings.ts';
import { lineProgram, membersOf, visited } from '../scenes/lines.ts';
import { withScope } from '../scenes/people.ts';
import type { World } from '../world.ts';
import { contract } from './contract.ts';

const METHOD = 'imopenlines.config.add';

async function added(world: World, PARAMS: Record<string, unknown>) {
  const program = await lineProgram(world);
  const CONFIG_ID = await program.ok(METHOD, { PARAMS });
  return { CONFIG_ID, settings: await program.ok('imopenlines.config.get', { CONFIG_ID }) };
}

export default contract({
  method: METHOD,
  example: async (world) => ({ params: { PARAMS: { LINE_NAME: 'VIP', ...SETTINGS } }, as: await lineProgram(world) }),
  errors: {
    'CONFIG_WRONG_USER_PERMISSION: Permission denied': async (world) => ({
      params: { PARAMS: { LINE_NAME: 'Mine' } },
      as: await withScope(world, world.dana, ['imopenlines']),
    }),
  },
  params: {
    ...observedSettings('PARAMS', async (world, setting) => (await added(world, setting)).settings),
    async 'PARAMS.QUEUE.ENTITY_TYPE'(world) {
      const entries = [
        { ENTITY_TYPE: 'department', ENTITY_ID: 1 },
        { ENTITY_TYPE: 'robot', ENTITY_ID: world.bob.id },
      ];
      const { CONFIG_ID, settings } = await added(world, { QUEUE: entries, QUEUE_TYPE: 'all' });
      expect(settings.QUEUE).toEqual([world.alice, world.bob, world.carol].map(({ id }) => String(id)));
      const line = await world.app.store.read((work) => work.lines.findLine(CONFIG_ID));
      if (!line) throw new Error('The line is not there');
      expect(await membersOf(world, (await visited(world, line)).chatId)).toContain(world.carol.id);
    },
    async 'PARAMS.QUEUE.ENTITY_ID'(world) {
      const { settings } = await added(world, { QUEUE: [{ ENTITY_TYPE: 'user', ENTITY_ID: '3' }, 2] });
      expect(settings).toMatchObject({ QUEUE: ['3', '2'], QUEUE_FULL: { 3: { SORT: '0' }, 2: { SORT: '1' } } });
    },
  },
});
