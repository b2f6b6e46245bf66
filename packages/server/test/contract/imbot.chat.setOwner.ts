import { expect } from 'vitest';
import { botErrors, botParams } from '../scenes/bots.ts';
import { botChat, chatSeenBy, joinGroup, privateChatWith } from '../scenes/chats.ts';
import { expectRefusal, NOBODY } from '../scenes/refusals.ts';
import { CLIENT_ID, type World } from '../world.ts';
import { contract } from './contract.ts';

const METHOD = 'imbot.chat.setOwner';

/** A chat of the bot's that Alice and Bob are in. */
const ownChat = (world: World, bot: number, clientId = CLIENT_ID): Promise<number> =>
  botChat(world, bot, { USERS: [world.alice.id, world.bob.id], CLIENT_ID: clientId });

export default contract({
  method: METHOD,
  example: async (world) => ({
    params: { CHAT_ID: await ownChat(world, await world.bot()), USER_ID: world.bob.id, CLIENT_ID },
  }),
  errors: {
    "CHAT_ID_EMPTY: Chat ID can't be empty": () => ({ params: { BOT_ID: NOBODY } }),
    "USER_ID_EMPTY: User ID can't be empty": () => ({ params: { CHAT_ID: NOBODY, BOT_ID: NOBODY } }),
    'ACCESS_ERROR: Action unavailable': async (world) => ({
      params: { CHAT_ID: await privateChatWith(world, await world.bot()), USER_ID: world.alice.id, CLIENT_ID },
    }),
    'WRONG_REQUEST: Change owner can only owner and user must be member in chat': async (world) => ({
      params: { CHAT_ID: await ownChat(world, await world.bot()), USER_ID: world.carol.id, CLIENT_ID },
    }),
    ...botErrors(({ groupChatId, bob }) => ({ CHAT_ID: groupChatId, USER_ID: bob.id })),
  },
  params: {
    async CHAT_ID(world) {
      const bot = await world.bot();
      const [one, other] = [await ownChat(world, bot), await ownChat(world, bot)];
      await world.alice.ok(METHOD, { CHAT_ID: one, USER_ID: world.bob.id, CLIENT_ID });
      expect((await chatSeenBy(world.alice, one)).owner).toBe(world.bob.id);
      expect((await chatSeenBy(world.alice, other)).owner).toBe(bot);
    },
    async USER_ID(world) {
      const bot = await world.bot();
      await joinGroup(world, bot, 'manager');
      // Nobody but the owner hands a chat on.
      const group = { CHAT_ID: world.groupChatId, USER_ID: bot, CLIENT_ID };
      await expectRefusal(world.alice, METHOD, group, 'WRONG_REQUEST');
      const own = { CHAT_ID: await ownChat(world, bot), CLIENT_ID };
      for (const USER_ID of [bot, world.bob.id]) expect(await world.alice.ok(METHOD, { ...own, USER_ID })).toBe(true);
      await expectRefusal(world.alice, METHOD, { ...own, USER_ID: world.alice.id }, 'WRONG_REQUEST');
    },
    ...botParams(METHOD, {
      place: async (world, bot, clientId) => ({ CHAT_ID: await ownChat(world, bot, clientId) }),
      params: ({ bob }) => ({ USER_ID: bob.id }),
    }),
  },
});
