import { expect } from 'vitest';
import { botChat, membersSeenBy, privateChatWith, WORKGROUP } from '../scenes/chats.ts';
import { foreignBot } from '../scenes/commands.ts';
import { expectRefusal, NOBODY } from '../scenes/refusals.ts';
import { CLIENT_ID } from '../world.ts';
import { contract } from './contract.ts';

export default contract({
  method: 'imbot.chat.user.add',
  example: async (world) => ({
    params: {
      CHAT_ID: await botChat(world, await world.bot()),
      USERS: [world.bob.id],
      HIDE_HISTORY: 'Y',
      CLIENT_ID,
    },
  }),
  errors: {
    "CHAT_ID_EMPTY: Chat ID can't be empty": () => ({ params: { USERS: 'none', BOT_ID: NOBODY } }),
    'ACCESS_ERROR: Action unavailable': async (world) => ({
      params: { CHAT_ID: await privateChatWith(world, await world.bot()), USERS: [world.carol.id], CLIENT_ID },
    }),
    'ACCESS_ERROR: It is forbidden to add users to this chat': async (world) => ({
      params: { CHAT_ID: await botChat(world, await world.bot(), WORKGROUP), USERS: [world.carol.id], CLIENT_ID },
    }),
    'WRONG_REQUEST: User IDs must be passed in array format': () => ({
      params: { CHAT_ID: NOBODY, USERS: 'none', BOT_ID: NOBODY },
    }),
    "WRONG_REQUEST: You don't have access or user already member in chat": async (world) => {
      const CHAT_ID = await botChat(world, await world.bot(), { USERS: [world.bob.id] });
      return { params: { CHAT_ID, USERS: [world.bob.id], CLIENT_ID } };
    },
    'BOT_ID_ERROR: Bot not found': (world) => ({
      params: { CHAT_ID: NOBODY, USERS: [world.carol.id], BOT_ID: NOBODY, CLIENT_ID },
    }),
    'APP_ID_ERROR: Bot was installed by another rest application': async (world) => ({
      params: { CHAT_ID: NOBODY, USERS: [world.carol.id], BOT_ID: await foreignBot(world), CLIENT_ID },
    }),
  },
  params: {
    async CHAT_ID(world) {
      const bot = await world.bot();
      const [left, joined] = [await botChat(world, bot, { TYPE: 'OPEN' }), await botChat(world, bot, { TYPE: 'OPEN' })];
      await world.alice.ok('imbot.chat.user.add', { CHAT_ID: joined, USERS: [world.carol.id], CLIENT_ID });
      expect(await membersSeenBy(world.alice, joined)).toEqual([world.carol.id, bot]);
      expect(await membersSeenBy(world.alice, left)).toEqual([bot]);
      const group = { CHAT_ID: world.groupChatId, USERS: [world.carol.id], CLIENT_ID };
      await expectRefusal(world.alice, 'imbot.chat.user.add', group, 'WRONG_REQUEST');
    },
    async USERS(world) {
      const { bob, carol } = world;
      const bot = await world.bot();
      const chat = await botChat(world, bot, { USERS: [bob.id] });
      await world.alice.ok('imbot.chat.user.add', { CHAT_ID: chat, USERS: [bob.id, carol.id, NOBODY], CLIENT_ID });
      expect(await membersSeenBy(bob, chat)).toEqual([bob.id, carol.id, bot]);
    },
    async HIDE_HISTORY(world) {
      const handler = await world.handler();
      const bot = await world.bot({ code: 'host' });
      const guest = await world.bot({ clientId: 'listening-app', code: 'guest', handler });
      for (const [HIDE_HISTORY, sees] of [
        ['N', '1'],
        ['Y', '0'],
      ] as const) {
        const CHAT_ID = await botChat(world, bot, { MESSAGE: 'Before' });
        await world.alice.ok('imbot.chat.user.add', { CHAT_ID, USERS: [guest], HIDE_HISTORY, BOT_ID: bot, CLIENT_ID });
        await world.settled();
        expect(handler.events('ONIMBOTJOINCHAT').at(-1).data.PARAMS).toMatchObject({ ACCESS_HISTORY: sees });
      }
    },
    async BOT_ID(world) {
      const [, second] = [await world.bot({ code: 'first' }), await world.bot({ code: 'second' })];
      const params = { CHAT_ID: await botChat(world, second), USERS: [world.carol.id], CLIENT_ID };
      await expectRefusal(world.alice, 'imbot.chat.user.add', params, 'WRONG_REQUEST');
      await world.alice.ok('imbot.chat.user.add', { ...params, BOT_ID: second });
    },
    async CLIENT_ID(world) {
      const BOT_ID = await world.bot({ clientId: 'mine' });
      const chat = await botChat(world, BOT_ID, { CLIENT_ID: 'mine' });
      const params = { CHAT_ID: chat, USERS: [world.carol.id], BOT_ID };
      await expectRefusal(world.alice, 'imbot.chat.user.add', { ...params, CLIENT_ID: 'other' }, 'APP_ID_ERROR');
      await world.alice.ok('imbot.chat.user.add', { ...params, CLIENT_ID: 'mine' });
    },
  },
});
