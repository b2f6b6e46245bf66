import { expect } from 'vitest';
import { botErrors, botInGroup, botParams, joinedGroup } from '../scenes/bots.ts';
import { botChat, chatSeenBy } from '../scenes/chats.ts';
import { expectRefusal, NOBODY } from '../scenes/refusals.ts';
import { CLIENT_ID, type World } from '../world.ts';
import { contract } from './contract.ts';

const METHOD = 'imbot.chat.updateColor';
const COLOR = 'PINK';

const inGroup = ({ groupChatId }: World) => ({ CHAT_ID: groupChatId, COLOR });
const colorOf = async ({ alice }: World, chatId: number): Promise<string> => (await chatSeenBy(alice, chatId)).color;

export default contract({
  method: METHOD,
  async example(world) {
    await botInGroup(world);
    return { params: { ...inGroup(world), CLIENT_ID } };
  },
  errors: {
    "CHAT_ID_EMPTY: Chat ID can't be empty": () => ({ params: { BOT_ID: NOBODY } }),
    'ACCESS_ERROR: Action unavailable': async (world) => {
      await world.bot();
      return { params: { ...inGroup(world), CLIENT_ID } };
    },
    'WRONG_COLOR: This color currently unavailable': () => ({
      params: { CHAT_ID: NOBODY, COLOR: 'SILVER', BOT_ID: NOBODY },
    }),
    "WRONG_REQUEST: This color currently set or chat doesn't exist": async (world) => {
      await world.bot();
      return { params: { CHAT_ID: NOBODY, COLOR, CLIENT_ID } };
    },
    ...botErrors(inGroup),
  },
  params: {
    async CHAT_ID(world) {
      const other = await botChat(world, await botInGroup(world), { USERS: [world.alice.id], COLOR: 'RED' });
      const before = await colorOf(world, world.groupChatId);
      await world.alice.ok(METHOD, { CHAT_ID: other, COLOR, CLIENT_ID });
      expect([await colorOf(world, other), await colorOf(world, world.groupChatId)]).toEqual(['#f76187', before]);
    },
    async COLOR(world) {
      await botInGroup(world);
      const call = { CHAT_ID: world.groupChatId, COLOR: 'DARK_BLUE', CLIENT_ID };
      expect(await world.alice.ok(METHOD, call)).toBe(true);
      expect(await colorOf(world, world.groupChatId)).toBe('#3e99ce');
      await expectRefusal(world.alice, METHOD, call, 'WRONG_REQUEST');
    },
    ...botParams(METHOD, { place: joinedGroup, params: inGroup }),
  },
});
