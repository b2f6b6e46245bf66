import { expect } from 'vitest';
import { botChat, chatSeenBy, membersSeenBy, PICTURE } from '../scenes/chats.ts';
import { foreignBot } from '../scenes/commands.ts';
import { expectRefusal, NOBODY, storeRefuses } from '../scenes/refusals.ts';
import { CLIENT_ID, type World } from '../world.ts';
import { contract } from './contract.ts';

/** A new chat of a new bot's with Alice in it, as she sees it. */
async function seen(world: World, more: Record<string, unknown>) {
  return chatSeenBy(world.alice, await botChat(world, await world.bot(), { USERS: [world.alice.id], ...more }));
}

export default contract({
  method: 'imbot.chat.add',
  example: async (world) => ({
    params: {
      TYPE: 'CHAT',
      TITLE: 'New Chat',
      DESCRIPTION: 'Important News',
      COLOR: 'GREEN',
      MESSAGE: 'Welcome!',
      USERS: [world.bob.id],
      AVATAR: PICTURE,
      ENTITY_TYPE: 'CHAT',
      ENTITY_ID: '13',
      BOT_ID: await world.bot(),
      CLIENT_ID,
    },
  }),
  errors: {
    'INVALID_FORMAT: Parameter USERS has wrong type': () => ({ params: { USERS: 'everybody', BOT_ID: NOBODY } }),
    'BOT_ID_ERROR: Bot not found': () => ({ params: { BOT_ID: NOBODY, AVATAR: 'no picture', CLIENT_ID } }),
    'APP_ID_ERROR: Bot was installed by another REST application': async (world) => ({
      params: { BOT_ID: await foreignBot(world), CLIENT_ID },
    }),
    "WRONG_REQUEST: Chat can't be created": async (world) => {
      await world.bot();
      await storeRefuses(world, 'insert on chat');
      return { params: { CLIENT_ID } };
    },
  },
  params: {
    async TYPE(world) {
      const bot = await world.bot();
      const [open, closed] = [await botChat(world, bot, { TYPE: 'OPEN' }), await botChat(world, bot)];
      expect(await chatSeenBy(world.carol, open)).toMatchObject({ type: 'open', message_type: 'O', role: 'guest' });
      await expectRefusal(world.carol, 'im.dialog.get', { DIALOG_ID: `chat${closed}` }, 'ACCESS_ERROR');
      await expectRefusal(world.dana, 'im.dialog.get', { DIALOG_ID: `chat${open}` }, 'ACCESS_ERROR');
    },
    async TITLE(world) {
      expect(await seen(world, { TITLE: ' Roadmap ' })).toMatchObject({ name: 'Roadmap' });
      const untitled = await seen(world, { COLOR: 'LIGHT_BLUE' });
      expect(untitled.name).toBe(`Light blue chat №${untitled.id}`);
    },
    async DESCRIPTION(world) {
      expect(await seen(world, { DESCRIPTION: 'What comes next' })).toMatchObject({ description: 'What comes next' });
    },
    async COLOR(world) {
      expect(await seen(world, { COLOR: 'PINK' })).toMatchObject({ color: '#f76187' });
    },
    async MESSAGE(world) {
      const handler = await world.handler();
      const listener = await world.bot({ clientId: 'listening-app', code: 'listener', type: 'S', handler });
      await botChat(world, await world.bot(), { USERS: [listener], MESSAGE: 'Welcome!' });
      await world.settled();
      expect(handler.received.map(({ body }) => body.event)).toEqual(['ONIMBOTJOINCHAT', 'ONIMBOTMESSAGEADD']);
      expect(handler.events('ONIMBOTMESSAGEADD')[0].data.PARAMS).toMatchObject({ MESSAGE: 'Welcome!' });
    },
    async USERS(world) {
      const bot = await world.bot();
      const chat = await botChat(world, bot, { USERS: [world.carol.id, String(world.bob.id), bot, NOBODY] });
      expect(await membersSeenBy(world.bob, chat)).toEqual([world.bob.id, world.carol.id, bot]);
    },
    async AVATAR(world) {
      const { avatar } = await seen(world, { AVATAR: PICTURE });
      expect(avatar).toMatch(/^http.+\.png$/);
      await expectRefusal(world.alice, 'imbot.chat.add', { AVATAR: 'no picture', CLIENT_ID }, 'WRONG_REQUEST');
    },
    async ENTITY_TYPE(world) {
      expect(await seen(world, { ENTITY_TYPE: 'TASKS_TASK', ENTITY_ID: '5' })).toMatchObject({
        type: 'tasksTask',
        entity_type: 'TASKS_TASK',
        entity_link: { type: 'TASKS_TASK', url: '', id: '5' },
      });
    },
    async ENTITY_ID(world) {
      const { id } = await seen(world, { ENTITY_TYPE: 'TICKET', ENTITY_ID: '5' });
      expect(await world.alice.ok('imbot.chat.get', { ENTITY_TYPE: 'TICKET', ENTITY_ID: '5' })).toEqual({ ID: id });
    },
    async BOT_ID(world) {
      const [first, second] = [await world.bot({ code: 'first' }), await world.bot({ code: 'second' })];
      const chat = await botChat(world, second, { TYPE: 'OPEN' });
      expect(await chatSeenBy(world.alice, chat)).toMatchObject({ owner: second, manager_list: [second] });
      const unnamed = await world.alice.ok('imbot.chat.add', { TYPE: 'OPEN', CLIENT_ID });
      expect(await chatSeenBy(world.alice, unnamed)).toMatchObject({ owner: first });
    },
    async CLIENT_ID(world) {
      const BOT_ID = await world.bot({ clientId: 'mine' });
      await expectRefusal(world.alice, 'imbot.chat.add', { BOT_ID, CLIENT_ID: 'not-mine' }, 'APP_ID_ERROR');
      await world.alice.ok('imbot.chat.add', { BOT_ID, CLIENT_ID: 'mine' });
    },
  },
});
