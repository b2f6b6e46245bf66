import { expect } from 'vitest';
import { botErrors, botParams } from '../scenes/bots.ts';
import { botChat, chatSeenBy, joinGroup } from '../scenes/chats.ts';
import { expectRefusal, NOBODY } from '../scenes/refusals.ts';
import { CLIENT_ID, type World } from '../world.ts';
import { contract } from './contract.ts';

const METHOD = 'imbot.chat.setManager';

/** A chat of the bot's that Alice and Bob are in. */
const ownChat = (world: World, bot: number, clientId = CLIENT_ID): Promise<number> =>
  botChat(world, bot, { USERS: [world.alice.id, world.bob.id], CLIENT_ID: clientId });

const managersOf = async ({ alice }: World, chatId: number): Promise<number[]> =>
  (await chatSeenBy(alice, chatId)).manager_list;

export default contract({
  method: METHOD,
  example: async (world) => ({
    params: { CHAT_ID: await ownChat(world, await world.bot()), USER_ID: world.bob.id, IS_MANAGER: 'Y', CLIENT_ID },
  }),
  errors: {
    "CHAT_ID_EMPTY: Chat ID can't be empty": () => ({ params: { BOT_ID: NOBODY } }),
    "USER_ID_EMPTY: User ID can't be empty": () => ({ params: { CHAT_ID: NOBODY, BOT_ID: NOBODY } }),
    'WRONG_REQUEST: Change manager can only owner and user must be member in chat': async (world) => {
      await joinGroup(world, await world.bot(), 'manager');
      return { params: { CHAT_ID: world.groupChatId, USER_ID: world.bob.id, CLIENT_ID } };
    },
    ...botErrors(({ groupChatId, bob }) => ({ CHAT_ID: groupChatId, USER_ID: bob.id })),
  },
  params: {
    async CHAT_ID(world) {
      const bot = await world.bot();
      const [one, other] = [await ownChat(world, bot), await ownChat(world, bot)];
      const before = await managersOf(world, other);
      await world.alice.ok(METHOD, { CHAT_ID: one, USER_ID: world.bob.id, CLIENT_ID });
      expect(await managersOf(world, one)).toEqual([...before, world.bob.id].sort((a, b) => a - b));
      expect(await managersOf(world, other)).toEqual(before);
      await expectRefusal(world.alice, METHOD, { CHAT_ID: NOBODY, USER_ID: world.bob.id, CLIENT_ID }, 'WRONG_REQUEST');
    },
    async USER_ID(world) {
      const bot = await world.bot();
      const call = { CHAT_ID: await ownChat(world, bot), CLIENT_ID };
      await expectRefusal(world.alice, METHOD, { ...call, USER_ID: world.carol.id }, 'WRONG_REQUEST');
      await world.alice.ok(METHOD, { ...call, USER_ID: world.alice.id });
      expect(await managersOf(world, call.CHAT_ID)).toContain(world.alice.id);
    },
    async IS_MANAGER(world) {
      const bot = await world.bot();
      const call = { CHAT_ID: await ownChat(world, bot), USER_ID: world.bob.id, CLIENT_ID };
      const after = async (more: Record<string, unknown>) => {
        expect(await world.alice.ok(METHOD, { ...call, ...more })).toBe(true);
        return (await managersOf(world, call.CHAT_ID)).includes(world.bob.id);
      };
      expect([await after({}), await after({ IS_MANAGER: 'N' }), await after({ IS_MANAGER: 'Y' })]).toEqual([
        true,
        false,
        true,
      ]);
      // The owner's own part stays what it is.
      await after({ USER_ID: bot, IS_MANAGER: 'N' });
      expect((await chatSeenBy(world.alice, call.CHAT_ID)).owner).toBe(bot);
    },
    ...botParams(METHOD, {
      place: async (world, bot, clientId) => ({ CHAT_ID: await ownChat(world, bot, clientId) }),
      params: ({ bob }) => ({ USER_ID: bob.id }),
    }),
  },
});
