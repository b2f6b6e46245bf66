import { expect } from 'vitest';
import { messageSeenBy } from '../scenes/chats.ts';
import { command, foreignBot } from '../scenes/commands.ts';
import { ATTACH, KEYBOARD, MENU, OVERSIZE, WRONG } from '../scenes/message-parts.ts';
import { expectRefusal, NOBODY } from '../scenes/refusals.ts';
import { CLIENT_ID, type World } from '../world.ts';
import { contract } from './contract.ts';

/** Alice has called `/echo`; what an answer to that takes at least. */
async function called(world: World) {
  const bot = await world.bot();
  const COMMAND_ID = await command(world, bot);
  const MESSAGE_ID = await world.alice.ok('im.message.add', { DIALOG_ID: bot, MESSAGE: '/echo hello' });
  return { bot, params: { COMMAND_ID, MESSAGE_ID, MESSAGE: 'hello', CLIENT_ID } };
}

const answer = (more: Record<string, unknown>) => async (world: World) => ({
  params: { ...(await called(world)).params, ...more },
});

/** The answer as Alice sees it. */
async function answered(world: World, more: Record<string, unknown>) {
  const { bot, params } = await called(world);
  return messageSeenBy(world.alice, bot, await world.alice.ok('imbot.command.answer', { ...params, ...more }));
}

export default contract({
  method: 'imbot.command.answer',
  example: answer({
    MESSAGE: 'Accepted. Executing command.',
    SYSTEM: 'N',
    URL_PREVIEW: 'Y',
    ATTACH: {
      BLOCKS: [
        { MESSAGE: 'Task details' },
        { DELIMITER: true },
        { LINK: { NAME: 'Open', LINK: 'https://example.com' } },
      ],
    },
    KEYBOARD: { BUTTONS: [{ TEXT: 'Repeat', COMMAND: 'echo repeat' }] },
    MENU: [{ TEXT: 'bitrix24', LINK: 'https://bitrix24.com' }],
  }),
  errors: {
    'COMMAND_ID_ERROR: Command not found': answer({ COMMAND_ID: NOBODY }),
    'APP_ID_ERROR: Command was installed by another rest application': async (world) =>
      answer({ COMMAND_ID: await command(world, await foreignBot(world), { CLIENT_ID: 'another-app' }) })(world),
    "MESSAGE_ID_EMPTY: Message ID can't be empty": answer({ MESSAGE_ID: 0 }),
    "MESSAGE_EMPTY: Message can't be empty": answer({ MESSAGE: ' \n', ATTACH }),
    'ATTACH_ERROR: Incorrect attach params': answer({ ATTACH: WRONG.ATTACH }),
    'ATTACH_OVERSIZE: You have exceeded the maximum allowable size of attach': answer({ ATTACH: OVERSIZE.ATTACH }),
    'KEYBOARD_ERROR: Incorrect keyboard params': answer({ KEYBOARD: WRONG.KEYBOARD }),
    'KEYBOARD_OVERSIZE: You have exceeded the maximum allowable size of keyboard': answer({
      KEYBOARD: OVERSIZE.KEYBOARD,
    }),
    'MENU_ERROR: Incorrect menu params': answer({ MENU: OVERSIZE.MENU }),
    // The bot can read the message, but nobody called the command with it (R28).
    "WRONG_REQUEST: Message isn't added": async (world) => {
      const { bot, params } = await called(world);
      return {
        params: {
          ...params,
          MESSAGE_ID: await world.alice.ok('im.message.add', { DIALOG_ID: bot, MESSAGE: 'no command' }),
        },
      };
    },
  },
  params: {
    async COMMAND_ID(world) {
      const { bot, params } = await called(world);
      const other = await command(world, bot, { COMMAND: 'other' });
      await expectRefusal(world.alice, 'imbot.command.answer', { ...params, COMMAND_ID: other }, 'WRONG_REQUEST');
    },
    async COMMAND(world) {
      const { params } = await called(world);
      const { COMMAND_ID, ...byName } = params;
      await expectRefusal(world.alice, 'imbot.command.answer', { ...byName, COMMAND: 'unknown' }, 'COMMAND_ID_ERROR');
      await world.alice.ok('imbot.command.answer', { ...byName, COMMAND: '/Echo' });
    },
    async MESSAGE_ID(world) {
      const { params } = await called(world);
      const group = await world.alice.ok('im.message.add', { DIALOG_ID: `chat${world.groupChatId}`, MESSAGE: '/echo' });
      await expectRefusal(world.alice, 'imbot.command.answer', { ...params, MESSAGE_ID: group }, 'WRONG_REQUEST');
    },
    async MESSAGE(world) {
      expect(await answered(world, { MESSAGE: ' hello, too\n' })).toMatchObject({ text: 'hello, too' });
    },
    async ATTACH(world) {
      expect(await answered(world, { ATTACH })).toMatchObject({ params: { ATTACH: [ATTACH] } });
    },
    async KEYBOARD(world) {
      expect((await answered(world, { KEYBOARD })).params).toHaveProperty('KEYBOARD');
    },
    async MENU(world) {
      expect((await answered(world, { MENU })).params).toHaveProperty('MENU');
    },
    async SYSTEM(world) {
      const [line, said] = [await answered(world, { SYSTEM: 'Y' }), await answered(world, { SYSTEM: 'N' })];
      expect(line.author_id).toBe(0);
      expect(said.author_id).toBeGreaterThan(0);
    },
    async URL_PREVIEW(world) {
      const [plain, rich] = [await answered(world, { URL_PREVIEW: 'N' }), await answered(world, { URL_PREVIEW: 'Y' })];
      expect(plain.params).not.toEqual(rich.params);
    },
    async CLIENT_ID(world) {
      const { params } = await called(world);
      await expectRefusal(world.alice, 'imbot.command.answer', { ...params, CLIENT_ID: 'not-mine' }, 'APP_ID_ERROR');
    },
  },
});
