import { expect } from 'vitest';
import { lineProgram, membersOf, newLine, openBot, visited } from '../scenes/lines.ts';
import { withScope } from '../scenes/people.ts';
import { NOBODY } from '../scenes/refusals.ts';
import { contract } from './contract.ts';

const METHOD = 'imopenlines.config.update';

export default contract({
  method: METHOD,
  example: async (world) => ({
    params: {
      CONFIG_ID: (await newLine(world)).id,
      PARAMS: {
        LINE_NAME: 'Online Store Support Line (VIP)',
        QUEUE: [{ ENTITY_TYPE: 'user', ENTITY_ID: '1' }],
        QUEUE_TYPE: 'strictly',
        WORKTIME_FROM: '09:00',
      },
    },
    as: await lineProgram(world),
  }),
  errors: {
    "CONFIG_ID_EMPTY: Config ID can't be empty": async (world) => ({
      params: { CONFIG_ID: 0 },
      as: await lineProgram(world),
    }),
    'CONFIG_WRONG_USER_PERMISSION: Permission denied': async (world) => ({
      params: { CONFIG_ID: (await newLine(world)).id, PARAMS: { LINE_NAME: 'Mine' } },
      as: await withScope(world, world.bob, ['imopenlines']),
    }),
  },
  params: {
    async CONFIG_ID(world) {
      const [one, other] = [await newLine(world), await newLine(world)];
      const program = await lineProgram(world);
      await program.ok(METHOD, { CONFIG_ID: other.id, PARAMS: { LINE_NAME: 'Sales' } });
      const name = async ({ id }: typeof one) =>
        (await program.ok('imopenlines.config.get', { CONFIG_ID: id })).LINE_NAME;
      expect([await name(one), await name(other)]).toEqual(['Support', 'Sales']);
      expect(await program.ok(METHOD, { CONFIG_ID: NOBODY, PARAMS: { LINE_NAME: 'Nothing' } })).toBe(false);
    },
    /** What is left out, or no value of a setting, stays; the bot that is named speaks with the next visitor (G58). */
    async PARAMS(world) {
      const bot = await openBot(world);
      const line = await newLine(world, { distribution: 'all', queue: [{ kind: 'person', id: world.bob.id }] });
      const program = await lineProgram(world);
      const PARAMS = { WELCOME_BOT_ID: bot, QUEUE_TIME: 45, QUEUE_TYPE: 'by chance', ACTIVE: 'perhaps' };
      await program.ok(METHOD, { CONFIG_ID: line.id, PARAMS });
      await program.ok(METHOD, { CONFIG_ID: line.id, PARAMS: { welcome_message: 'Y' } });
      expect(await program.ok('imopenlines.config.get', { CONFIG_ID: line.id })).toMatchObject({
        WELCOME_BOT_ID: String(bot),
        WELCOME_MESSAGE: 'Y',
        QUEUE_TIME: '45',
        QUEUE_TYPE: 'all',
        ACTIVE: 'Y',
        QUEUE: [String(world.bob.id)],
        MODIFY_USER_ID: String(world.alice.id),
      });
      const members = await membersOf(world, (await visited(world, line)).chatId);
      expect([members.includes(bot), members.includes(world.bob.id)]).toEqual([true, false]);
    },
  },
});
