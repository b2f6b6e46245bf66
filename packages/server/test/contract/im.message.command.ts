import { expect } from 'vitest';
import { command } from '../scenes/commands.ts';
import { KEYBOARD } from '../scenes/message-parts.ts';
import { NOBODY } from '../scenes/refusals.ts';
import { CLIENT_ID, type World } from '../world.ts';
import { contract } from './contract.ts';

/** A bot has written to Alice; what a press takes at least. */
async function offered(world: World) {
  const handler = await world.handler();
  const BOT_ID = await world.bot({ handler });
  await command(world, BOT_ID, { COMMAND: 'task', EVENT_COMMAND_ADD: handler.url });
  const MESSAGE_ID = await world.alice.ok('imbot.message.add', {
    BOT_ID,
    DIALOG_ID: world.alice.id,
    MESSAGE: 'press it',
    KEYBOARD,
    CLIENT_ID,
  });
  return { handler, params: { MESSAGE_ID, BOT_ID, COMMAND: 'task' } };
}

const press = (more: Record<string, unknown>) => async (world: World) => ({
  params: { ...(await offered(world)).params, ...more },
});

/** The calls that the bot hears of. */
async function heard(world: World, more: Record<string, unknown> = {}) {
  const { handler, params } = await offered(world);
  await world.alice.ok('im.message.command', { ...params, ...more });
  await world.settled();
  return handler.events('ONIMCOMMANDADD').flatMap(({ data }) => Object.values(data.COMMAND));
}

export default contract({
  method: 'im.message.command',
  example: press({ COMMAND_PARAMS: 'task #1' }),
  errors: {
    "MESSAGE_ID_ERROR: Message ID can't be empty": async (world) => ({ ...(await press({})(world)), as: 'bob' }),
    "BOT_ID_ERROR: Bot ID can't be empty": press({ BOT_ID: 1 }),
    "COMMAND_ERROR: Command can't be empty": press({ COMMAND: '' }),
    'PARAMS_ERROR: Incorrect params': press({ COMMAND: 'unknown' }),
  },
  params: {
    async MESSAGE_ID(world) {
      const { handler, params } = await offered(world);
      const other = await world.alice.ok('im.message.add', { DIALOG_ID: params.BOT_ID, MESSAGE: 'another' });
      await world.alice.ok('im.message.command', { ...params, MESSAGE_ID: other });
      await world.settled();
      expect(handler.events('ONIMCOMMANDADD').map(({ data }) => data.PARAMS.MESSAGE_ID)).toEqual([String(other)]);
      expect((await world.alice.call('im.message.command', { ...params, MESSAGE_ID: NOBODY })).body.error).toBe(
        'MESSAGE_ID_ERROR',
      );
    },
    async BOT_ID(world) {
      const { params } = await offered(world);
      const other = await world.bot({ code: 'other' });
      expect((await world.alice.call('im.message.command', { ...params, BOT_ID: other })).body.error).toBe(
        'PARAMS_ERROR',
      );
    },
    async COMMAND(world) {
      expect(await heard(world, { COMMAND: '/TASK list' })).toMatchObject([
        { COMMAND: 'task', COMMAND_PARAMS: 'list', COMMAND_CONTEXT: 'KEYBOARD' },
      ]);
    },
    async COMMAND_PARAMS(world) {
      expect(await heard(world, { COMMAND_PARAMS: 'task #1' })).toMatchObject([
        { COMMAND: 'task', COMMAND_PARAMS: 'task #1' },
      ]);
    },
  },
});
