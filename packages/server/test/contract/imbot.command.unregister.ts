import { expect } from 'vitest';
import { command, commandsSeenBy, foreignBot } from '../scenes/commands.ts';
import { expectRefusal, NOBODY, storeRefuses } from '../scenes/refusals.ts';
import { CLIENT_ID } from '../world.ts';
import { contract } from './contract.ts';

export default contract({
  method: 'imbot.command.unregister',
  example: async (world) => ({ params: { COMMAND_ID: await command(world, await world.bot()), CLIENT_ID } }),
  errors: {
    'COMMAND_ID_ERROR: Command not found': () => ({ params: { COMMAND_ID: NOBODY, CLIENT_ID } }),
    'APP_ID_ERROR: Command was installed by another REST application': async (world) => ({
      params: { COMMAND_ID: await command(world, await foreignBot(world), { CLIENT_ID: 'another-app' }), CLIENT_ID },
    }),
    "WRONG_REQUEST: Command can't be deleted": async (world) => {
      const id = await command(world, await world.bot());
      await storeRefuses(world, 'delete on command');
      return { params: { COMMAND_ID: id, CLIENT_ID } };
    },
  },
  params: {
    async COMMAND_ID(world) {
      const bot = await world.bot();
      const [gone] = [await command(world, bot), await command(world, bot, { COMMAND: 'stays' })];
      await world.alice.ok('imbot.command.unregister', { COMMAND_ID: gone, CLIENT_ID });
      expect((await commandsSeenBy(world, world.alice, bot)).map(({ name }) => name)).toEqual(['stays']);
    },
    async CLIENT_ID(world) {
      const COMMAND_ID = await command(world, await world.bot({ clientId: 'mine' }), { CLIENT_ID: 'mine' });
      await expectRefusal(
        world.alice,
        'imbot.command.unregister',
        { COMMAND_ID, CLIENT_ID: 'not-mine' },
        'APP_ID_ERROR',
      );
      await world.alice.ok('imbot.command.unregister', { COMMAND_ID, CLIENT_ID: 'mine' });
    },
  },
});
