import { expect } from 'vitest';
import { command, commandsSeenBy, foreignBot } from '../scenes/commands.ts';
import { expectRefusal, NOBODY, storeRefuses } from '../scenes/refusals.ts';
import { CLIENT_ID, type Person, type World } from '../world.ts';
import { contract } from './contract.ts';

const draft = {
  COMMAND: 'echo',
  EVENT_COMMAND_ADD: 'https://example.com/bot/command.php',
  LANG: [
    { LANGUAGE_ID: 'de', TITLE: 'Echo', PARAMS: 'text' },
    { LANGUAGE_ID: 'en', TITLE: 'Echo', PARAMS: 'text' },
  ],
  COMMON: 'Y',
  HIDDEN: 'N',
  EXTRANET_SUPPORT: 'N',
  CLIENT_ID,
};

const forBot = async (world: World, more: Record<string, unknown> = {}) => ({
  params: { BOT_ID: await world.bot(), ...draft, ...more },
});

/** The calls that the bot hears of when `person` types a command into `dialog`. */
async function callsHeard(
  world: World,
  more: Record<string, unknown>,
  person: Person,
  dialog: string | 'bot',
  text = '/echo hello',
) {
  const handler = await world.handler();
  const bot = await world.bot({ handler });
  const id = await command(world, bot, { EVENT_COMMAND_ADD: handler.url, ...more });
  await person.ok('im.message.add', { DIALOG_ID: dialog === 'bot' ? bot : dialog, MESSAGE: text });
  await world.settled();
  return handler.events('ONIMCOMMANDADD').map(({ data }) => data.COMMAND[id]);
}

async function listed(world: World, more: Record<string, unknown>) {
  const bot = await world.bot();
  await command(world, bot, more);
  return commandsSeenBy(world, world.alice, bot);
}

export default contract({
  method: 'imbot.command.register',
  example: (world) => forBot(world),
  errors: {
    'EVENT_COMMAND_ADD_ERROR: Handler for "Command add" event isn\'t specified': (world) =>
      forBot(world, { EVENT_COMMAND_ADD: '' }),
    'EVENT_COMMAND_ADD_ERROR: Wrong handler URL': (world) => forBot(world, { EVENT_COMMAND_ADD: 'example.com' }),
    "COMMAND_ERROR: Command isn't specified": (world) => forBot(world, { COMMAND: 'two words' }),
    'BOT_ID_ERROR: Bot not found': () => ({ params: { BOT_ID: NOBODY, ...draft } }),
    // Before the row of LANG: the bot is looked up where it stands in the table (R1).
    'APP_ID_ERROR: Bot was installed by another REST application': async (world) => ({
      params: { BOT_ID: await foreignBot(world), ...draft, LANG: [] },
    }),
    "LANG_ERROR: Lang set can't be empty": (world) => forBot(world, { LANG: [{ TITLE: 'Without a language' }] }),
    "WRONG_REQUEST: Command can't be created": async (world) => {
      const cause = await forBot(world);
      await storeRefuses(world, 'insert on command');
      return cause;
    },
  },
  params: {
    async BOT_ID(world) {
      const handler = await world.handler();
      const [, second] = [await world.bot({ code: 'first', handler }), await world.bot({ code: 'second', handler })];
      await command(world, second, { EVENT_COMMAND_ADD: handler.url });
      await world.alice.ok('im.message.add', { DIALOG_ID: second, MESSAGE: '/echo' });
      await world.settled();
      expect(Object.values(handler.events('ONIMCOMMANDADD')[0].data.COMMAND)).toMatchObject([
        { BOT_ID: String(second), BOT_CODE: 'second' },
      ]);
    },
    async COMMAND(world) {
      expect(await callsHeard(world, { COMMAND: 'repeat' }, world.alice, 'bot', '/echo no\n/repeat yes')).toMatchObject(
        [{ COMMAND: 'repeat', COMMAND_PARAMS: 'yes' }],
      );
    },
    async EVENT_COMMAND_ADD(world) {
      expect(await callsHeard(world, {}, world.alice, 'bot')).toHaveLength(1);
    },
    async 'LANG.LANGUAGE_ID'(world) {
      expect(
        await listed(world, {
          LANG: [
            { LANGUAGE_ID: 'de', TITLE: 'Antwort' },
            { LANGUAGE_ID: 'en', TITLE: 'Answer' },
          ],
        }),
      ).toMatchObject([{ title: 'Answer' }]);
    },
    async 'LANG.TITLE'(world) {
      expect(await listed(world, { LANG: [{ LANGUAGE_ID: 'en', TITLE: 'Says it again' }] })).toMatchObject([
        { title: 'Says it again', params: '' },
      ]);
    },
    async 'LANG.PARAMS'(world) {
      expect(
        await listed(world, { LANG: [{ LANGUAGE_ID: 'en', TITLE: 'Echo', PARAMS: 'what to say' }] }),
      ).toMatchObject([{ params: 'what to say' }]);
    },
    async COMMON(world) {
      const group = `chat${world.groupChatId}`;
      expect(await callsHeard(world, { COMMON: 'N' }, world.alice, group)).toEqual([]);
      expect(
        await callsHeard(world, { COMMON: 'Y', COMMAND: 'anywhere' }, world.alice, group, '/anywhere'),
      ).toHaveLength(1);
    },
    async HIDDEN(world) {
      expect(await callsHeard(world, { HIDDEN: 'Y' }, world.alice, 'bot')).toHaveLength(1);
      expect(await listed(world, { HIDDEN: 'Y' })).toEqual([]);
    },
    async EXTRANET_SUPPORT(world) {
      expect(await callsHeard(world, { EXTRANET_SUPPORT: 'N' }, world.dana, 'bot')).toEqual([]);
      expect(
        await callsHeard(world, { EXTRANET_SUPPORT: 'Y', COMMAND: 'guests' }, world.dana, 'bot', '/guests'),
      ).toHaveLength(1);
    },
    async CLIENT_ID(world) {
      const params = { BOT_ID: await world.bot({ clientId: 'mine' }), ...draft };
      await expectRefusal(world.alice, 'imbot.command.register', { ...params, CLIENT_ID: 'not-mine' }, 'APP_ID_ERROR');
      await world.alice.ok('imbot.command.register', { ...params, CLIENT_ID: 'mine' });
    },
  },
});
