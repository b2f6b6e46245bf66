import { expect } from 'vitest';
import { command, commandsSeenBy, foreignBot } from '../scenes/commands.ts';
import { expectRefusal, NOBODY, storeRefuses } from '../scenes/refusals.ts';
import { CLIENT_ID, type World } from '../world.ts';
import { contract } from './contract.ts';

const update = async (world: World, fields: Record<string, unknown>) => ({
  params: { COMMAND_ID: await command(world, await world.bot()), FIELDS: fields, CLIENT_ID },
});

/** The commands that are offered after one was changed. */
async function listed(world: World, fields: Record<string, unknown>) {
  const bot = await world.bot();
  await world.alice.ok('imbot.command.update', { COMMAND_ID: await command(world, bot), FIELDS: fields, CLIENT_ID });
  return commandsSeenBy(world, world.alice, bot);
}

export default contract({
  method: 'imbot.command.update',
  example: (world) =>
    update(world, {
      COMMAND: 'echo2',
      EVENT_COMMAND_ADD: 'https://example.com/bot/command.php',
      HIDDEN: 'N',
      EXTRANET_SUPPORT: 'Y',
      LANG: [
        { LANGUAGE_ID: 'de', TITLE: 'Echo 2', PARAMS: 'text' },
        { LANGUAGE_ID: 'en', TITLE: 'Echo 2', PARAMS: 'text' },
      ],
    }),
  errors: {
    'COMMAND_ID_ERROR: Command not found': () => ({
      params: { COMMAND_ID: NOBODY, FIELDS: { COMMAND: 'new' }, CLIENT_ID },
    }),
    'APP_ID_ERROR: Command was installed by another rest application': async (world) => {
      const foreign = await command(world, await foreignBot(world), { CLIENT_ID: 'another-app' });
      return { params: { COMMAND_ID: foreign, FIELDS: { COMMAND: 'new' }, CLIENT_ID } };
    },
    'EVENT_COMMAND_ADD_ERROR: Wrong handler URL': (world) => update(world, { EVENT_COMMAND_ADD: 'example.com' }),
    "WRONG_REQUEST: Update fields can't be empty": (world) => update(world, { COMMAND: '', LANG: [] }),
    "WRONG_REQUEST: Command can't be updated": async (world) => {
      const cause = await update(world, { HIDDEN: 'Y' });
      await storeRefuses(world, 'update on command');
      return cause;
    },
  },
  params: {
    async COMMAND_ID(world) {
      const bot = await world.bot();
      const [, other] = [await command(world, bot), await command(world, bot, { COMMAND: 'other' })];
      await world.alice.ok('imbot.command.update', { COMMAND_ID: other, FIELDS: { COMMAND: 'renamed' }, CLIENT_ID });
      expect((await commandsSeenBy(world, world.alice, bot)).map(({ name }) => name)).toEqual(['echo', 'renamed']);
    },
    async 'FIELDS.COMMAND'(world) {
      expect(await listed(world, { COMMAND: '/again' })).toMatchObject([{ name: 'again' }]);
      for (const COMMAND of ['two words', 'taken']) {
        const bot = await world.bot();
        await command(world, bot, { COMMAND: 'taken' });
        await expectRefusal(
          world.alice,
          'imbot.command.update',
          { COMMAND_ID: await command(world, bot), FIELDS: { COMMAND }, CLIENT_ID },
          'WRONG_REQUEST',
        );
      }
    },
    async 'FIELDS.EVENT_COMMAND_ADD'(world) {
      const handler = await world.handler();
      const bot = await world.bot({ handler: await world.handler() });
      await world.alice.ok('imbot.command.update', {
        COMMAND_ID: await command(world, bot),
        FIELDS: { EVENT_COMMAND_ADD: handler.url },
        CLIENT_ID,
      });
      await world.alice.ok('im.message.add', { DIALOG_ID: bot, MESSAGE: '/echo' });
      await world.settled();
      expect(handler.events('ONIMCOMMANDADD')).toHaveLength(1);
    },
    async 'FIELDS.HIDDEN'(world) {
      expect(await listed(world, { HIDDEN: 'Y' })).toEqual([]);
      expect(await listed(world, { HIDDEN: 'N' })).toHaveLength(1);
    },
    async 'FIELDS.EXTRANET_SUPPORT'(world) {
      const bot = await world.bot();
      const COMMAND_ID = await command(world, bot);
      for (const [EXTRANET_SUPPORT, count] of [
        ['Y', 1],
        ['N', 0],
      ] as const) {
        await world.alice.ok('imbot.command.update', { COMMAND_ID, FIELDS: { EXTRANET_SUPPORT }, CLIENT_ID });
        expect(await commandsSeenBy(world, world.dana, bot)).toHaveLength(count);
      }
    },
    async 'FIELDS.LANG.LANGUAGE_ID'(world) {
      expect(
        await listed(world, {
          LANG: [
            { LANGUAGE_ID: 'de', TITLE: 'Antwort' },
            { LANGUAGE_ID: 'en', TITLE: 'Answer' },
          ],
        }),
      ).toMatchObject([{ title: 'Answer' }]);
    },
    async 'FIELDS.LANG.TITLE'(world) {
      expect(await listed(world, { LANG: [{ LANGUAGE_ID: 'en', TITLE: 'Says it again' }] })).toMatchObject([
        { title: 'Says it again', params: '' },
      ]);
    },
    async 'FIELDS.LANG.PARAMS'(world) {
      expect(
        await listed(world, { LANG: [{ LANGUAGE_ID: 'en', TITLE: 'Echo', PARAMS: 'what to say' }] }),
      ).toMatchObject([{ params: 'what to say' }]);
    },
    async CLIENT_ID(world) {
      const COMMAND_ID = await command(world, await world.bot({ clientId: 'mine' }), { CLIENT_ID: 'mine' });
      const params = { COMMAND_ID, FIELDS: { COMMAND: 'new' } };
      await expectRefusal(world.alice, 'imbot.command.update', { ...params, CLIENT_ID: 'not-mine' }, 'APP_ID_ERROR');
      await world.alice.ok('imbot.command.update', { ...params, CLIENT_ID: 'mine' });
    },
  },
});
