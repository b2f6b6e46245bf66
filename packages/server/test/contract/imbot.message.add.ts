import { expect } from 'vitest';
import { joinGroup, messageSeenBy } from '../scenes/chats.ts';
import { foreignBot } from '../scenes/commands.ts';
import { ATTACH, KEYBOARD, MENU, OVERSIZE, WRONG } from '../scenes/message-parts.ts';
import { expectRefusal, NOBODY } from '../scenes/refusals.ts';
import { CLIENT_ID, type World } from '../world.ts';
import { contract } from './contract.ts';

const add = (more: Record<string, unknown>) => async (world: World) => ({
  params: { BOT_ID: await world.bot(), DIALOG_ID: world.bob.id, MESSAGE: 'Message text', CLIENT_ID, ...more },
});

/** The message as Bob sees it. */
async function sent(world: World, more: Record<string, unknown> = {}) {
  const { params } = await add(more)(world);
  return messageSeenBy(world.bob, params.BOT_ID, await world.alice.ok('imbot.message.add', params));
}

export default contract({
  method: 'imbot.message.add',
  async example(world) {
    const bot = await world.bot();
    await joinGroup(world, bot);
    return {
      params: {
        BOT_ID: bot,
        DIALOG_ID: `chat${world.groupChatId}`,
        MESSAGE: 'Message text',
        SYSTEM: 'N',
        URL_PREVIEW: 'Y',
        CLIENT_ID,
      },
    };
  },
  errors: {
    'BOT_ID_ERROR: Bot not found': add({ BOT_ID: NOBODY }),
    'APP_ID_ERROR: Bot was installed by another REST application': async (world) =>
      add({ BOT_ID: await foreignBot(world) })(world),
    "DIALOG_ID_EMPTY: Dialog ID can't be empty": add({ DIALOG_ID: 'chat', FROM_USER_ID: 2 }),
    "MESSAGE_EMPTY: Message can't be empty": add({ MESSAGE: ' ', ATTACH }),
    'ATTACH_OVERSIZE: You have exceeded the maximum allowable size of attach': add({ ATTACH: OVERSIZE.ATTACH }),
    'ATTACH_ERROR: Incorrect attach params': add({ ATTACH: WRONG.ATTACH }),
    'KEYBOARD_ERROR: Incorrect keyboard params': add({ KEYBOARD: WRONG.KEYBOARD }),
    'KEYBOARD_OVERSIZE: You have exceeded the maximum allowable size of keyboard': add({ KEYBOARD: OVERSIZE.KEYBOARD }),
    'MENU_ERROR: Incorrect menu params': add({ MENU: WRONG.MENU }),
    'MENU_OVERSIZE: You have exceeded the maximum allowable size of menu': add({ MENU: OVERSIZE.MENU }),
    "WRONG_REQUEST: Message isn't added": async (world) => add({ DIALOG_ID: `chat${world.groupChatId}` })(world),
  },
  params: {
    async BOT_ID(world) {
      const [first, second] = [await world.bot({ code: 'first' }), await world.bot({ code: 'second' })];
      const say = async (more: object) =>
        world.alice.ok('imbot.message.add', { DIALOG_ID: world.bob.id, MESSAGE: 'hello', CLIENT_ID, ...more });
      expect(await messageSeenBy(world.bob, second, await say({ BOT_ID: second }))).toMatchObject({
        author_id: second,
      });
      expect(await messageSeenBy(world.bob, first, await say({}))).toMatchObject({ author_id: first });
    },
    async DIALOG_ID(world) {
      const bot = await world.bot();
      const id = await world.alice.ok('imbot.message.add', { DIALOG_ID: world.carol.id, MESSAGE: 'hello', CLIENT_ID });
      expect(await messageSeenBy(world.carol, bot, id)).toMatchObject({ text: 'hello' });
    },
    async FROM_USER_ID(world) {
      const { params } = await add({
        FROM_USER_ID: world.carol.id,
        TO_USER_ID: world.bob.id,
        DIALOG_ID: world.alice.id,
      })(world);
      const id = await world.alice.ok('imbot.message.add', params);
      expect((await messageSeenBy(world.bob, world.carol.id, id)).text).toContain('Message text');
      await world.bob.ok('im.message.add', { DIALOG_ID: world.alice.id, MESSAGE: 'the chat is there' });
      expect(await messageSeenBy(world.bob, world.alice.id, id)).toBeUndefined();
    },
    async TO_USER_ID(world) {
      const { params } = await add({ FROM_USER_ID: world.alice.id, TO_USER_ID: world.carol.id })(world);
      const id = await world.alice.ok('imbot.message.add', params);
      expect((await messageSeenBy(world.carol, world.alice.id, id)).text).toContain('Message text');
    },
    async MESSAGE(world) {
      expect(await sent(world, { MESSAGE: '\n trimmed ' })).toMatchObject({ text: 'trimmed' });
    },
    async ATTACH(world) {
      expect(await sent(world, { ATTACH })).toMatchObject({ params: { ATTACH: [ATTACH] } });
    },
    async KEYBOARD(world) {
      expect((await sent(world, { KEYBOARD })).params).toHaveProperty('KEYBOARD');
    },
    async MENU(world) {
      expect((await sent(world, { MENU })).params).toHaveProperty('MENU');
    },
    async SYSTEM(world) {
      const [line, said] = [await sent(world, { SYSTEM: 'Y' }), await sent(world)];
      expect(line.author_id).toBe(0);
      expect(said.author_id).toBeGreaterThan(0);
    },
    async URL_PREVIEW(world) {
      const [plain, rich] = [await sent(world, { URL_PREVIEW: 'N' }), await sent(world)];
      expect(plain.params).not.toEqual(rich.params);
    },
    async SKIP_CONNECTOR(world) {
      const handler = await world.handler();
      const supervisor = await world.bot({ code: 'supervisor', type: 'S', handler });
      const speaker = await world.bot({ code: 'speaker', handler });
      for (const bot of [supervisor, speaker]) await joinGroup(world, bot);
      const group = { BOT_ID: speaker, DIALOG_ID: `chat${world.groupChatId}`, MESSAGE: 'hello', CLIENT_ID };
      for (const SKIP_CONNECTOR of ['Y', 'N']) await world.alice.ok('imbot.message.add', { ...group, SKIP_CONNECTOR });
      await world.settled();
      expect(handler.events('ONIMBOTMESSAGEADD').map(({ data }) => data.PARAMS.SKIP_CONNECTOR)).toEqual(['Y', 'N']);
    },
    async CLIENT_ID(world) {
      const { params } = await add({ BOT_ID: await world.bot({ clientId: 'mine', code: 'mine' }) })(world);
      await expectRefusal(world.alice, 'imbot.message.add', params, 'APP_ID_ERROR');
      await world.alice.ok('imbot.message.add', { ...params, CLIENT_ID: 'mine' });
    },
  },
});
