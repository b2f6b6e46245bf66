import { expect } from 'vitest';
import { lineProgram, newLine } from '../scenes/lines.ts';
import { withScope } from '../scenes/people.ts';
import type { World } from '../world.ts';
import { contract } from './contract.ts';

const METHOD = 'imopenlines.config.list.get';

/** Sales, which is closed and is Bob's and the company's, and Support, which is open and is Carol's. */
async function two(world: World) {
  const { bob, carol } = world;
  await newLine(world, {
    name: 'Sales',
    isActive: false,
    queue: [
      { kind: 'person', id: bob.id },
      { kind: 'department', id: 1 },
    ],
  });
  await newLine(world, { queue: [{ kind: 'person', id: carol.id }] });
  return lineProgram(world);
}

const asked = (params: Record<string, unknown>) => async (world: World) => ({ params, as: await lineProgram(world) });
const named = async (world: World, PARAMS: Record<string, unknown>) =>
  (await (await two(world)).ok(METHOD, { PARAMS })).map(({ LINE_NAME }: { LINE_NAME: string }) => LINE_NAME);

export default contract({
  method: METHOD,
  example: async (world) => ({
    params: {
      PARAMS: { select: ['ID', 'LINE_NAME', 'ACTIVE'], order: { ID: 'ASC' }, limit: 50, offset: 0 },
      OPTIONS: { QUEUE: 'Y', CONFIG_QUEUE: 'Y' },
    },
    as: await two(world),
  }),
  errors: {
    'INVALID_FORMAT: Unsupported PARAMS fields are passed: page': asked({ PARAMS: { page: 1 } }),
    "INVALID_FORMAT: A wrong format for the PARAMS field 'select' is passed": asked({ PARAMS: { select: 'ID' } }),
    "INVALID_FORMAT: A wrong format for the PARAMS field 'order' is passed": asked({ PARAMS: { order: 'ID' } }),
    "INVALID_FORMAT: A wrong format for the PARAMS field 'filter' is passed": asked({ PARAMS: { filter: 'ID' } }),
    "INVALID_FORMAT: A non-negative integer is expected in the PARAMS field 'limit'": asked({ PARAMS: { limit: -1 } }),
    "INVALID_FORMAT: A non-negative integer is expected in the PARAMS field 'offset'": asked({
      PARAMS: { offset: 'x' },
    }),
    "INVALID_FORMAT: A wrong field name is passed in the PARAMS field 'select'": asked({ PARAMS: { select: [''] } }),
    "INVALID_FORMAT: A wrong field name is passed in the PARAMS field 'order'": asked({
      PARAMS: { order: { '1 ID': 'asc' } },
    }),
    "INVALID_FORMAT: A wrong field name is passed in the PARAMS field 'filter'": asked({
      PARAMS: { filter: { '>': 1 } },
    }),
    "INVALID_FORMAT: An unknown field 'NICK' is passed in the PARAMS field 'select'": asked({
      PARAMS: { select: ['NICK'] },
    }),
    "INVALID_FORMAT: An unknown field 'NICK' is passed in the PARAMS field 'order'": asked({
      PARAMS: { order: { NICK: 'asc' } },
    }),
    "INVALID_FORMAT: An unknown field 'NICK' is passed in the PARAMS field 'filter'": asked({
      PARAMS: { filter: { '!NICK': 1 } },
    }),
    "INVALID_FORMAT: A wrong field alias is passed in the PARAMS field 'select'": asked({
      PARAMS: { select: { 'my id': 'ID' } },
    }),
    "INVALID_FORMAT: The alias 'ACTIVE' matches an existing field in the PARAMS field 'select'": asked({
      PARAMS: { select: { ACTIVE: 'ID' } },
    }),
    "INVALID_FORMAT: A wrong sorting direction is passed in the PARAMS field 'order'": asked({
      PARAMS: { order: { ID: 'up' } },
    }),
    'INVALID_FORMAT: Unsupported OPTIONS fields are passed: USERS': asked({ OPTIONS: { USERS: 'Y' } }),
    "INVALID_FORMAT: A wrong format for the OPTIONS field 'QUEUE' is passed": asked({ OPTIONS: { QUEUE: ['Y'] } }),
    "INVALID_FORMAT: A wrong format for the OPTIONS field 'CONFIG_QUEUE' is passed": asked({
      OPTIONS: { CONFIG_QUEUE: {} },
    }),
    "INVALID_FORMAT: An unknown value for the OPTIONS field 'CHECK_PERMISSION' is passed": asked({
      OPTIONS: { CHECK_PERMISSION: 'FLY' },
    }),
  },
  params: {
    async 'PARAMS.select'(world) {
      const program = await two(world);
      const { name, ...others } = (await program.ok(METHOD, { PARAMS: { select: { name: 'LINE_NAME' } } }))[0];
      expect([name, others]).toEqual(['Sales', {}]);
      expect((await program.ok(METHOD))[1]).toMatchObject({ LINE_NAME: 'Support', QUEUE_TYPE: 'evenly' });
    },
    async 'PARAMS.order'(world) {
      expect(await named(world, { order: { LINE_NAME: 'desc' } })).toEqual(['Support', 'Sales']);
    },
    async 'PARAMS.filter'(world) {
      expect(await named(world, { filter: { ACTIVE: 'N' } })).toEqual(['Sales']);
      const program = await lineProgram(world);
      expect(await program.ok(METHOD, { PARAMS: { filter: { '>ID': 1, '%LINE_NAME': 'port' } } })).toHaveLength(1);
    },
    async 'PARAMS.limit'(world) {
      expect(await named(world, { limit: 1 })).toEqual(['Sales']);
      expect(await (await lineProgram(world)).ok(METHOD, { PARAMS: { limit: 0 } })).toEqual([]);
    },
    async 'PARAMS.offset'(world) {
      expect(await named(world, { offset: 1 })).toEqual(['Support']);
    },
    async 'OPTIONS.QUEUE'(world) {
      const [, support] = await (await two(world)).ok(METHOD, { OPTIONS: { QUEUE: 'Y' } });
      expect(support).toMatchObject({
        QUEUE: [world.carol.id],
        QUEUE_USERS_FIELDS: { [world.carol.id]: { USER_NAME: 'Carol Cedar', USER_WORK_POSITION: 'Designer' } },
      });
    },
    async 'OPTIONS.CONFIG_QUEUE'(world) {
      const [sales] = await (await two(world)).ok(METHOD, { OPTIONS: { CONFIG_QUEUE: 'Y' } });
      expect(sales.CONFIG_QUEUE).toEqual([
        { ENTITY_ID: String(world.bob.id), ENTITY_TYPE: 'user' },
        { ENTITY_ID: '1', ENTITY_TYPE: 'department' },
      ]);
      expect(sales).not.toHaveProperty('QUEUE');
    },
    async 'OPTIONS.CHECK_PERMISSION'(world) {
      const program = await two(world);
      const OPTIONS = { CHECK_PERMISSION: 'MODIFY' };
      expect(await program.ok(METHOD, { OPTIONS })).toHaveLength(2);
      const bob = await withScope(world, world.bob, ['imopenlines']);
      expect([(await bob.ok(METHOD)).length, await bob.ok(METHOD, { OPTIONS })]).toEqual([2, []]);
      expect(await (await withScope(world, world.dana, ['imopenlines'])).ok(METHOD)).toEqual([]);
    },
  },
});
