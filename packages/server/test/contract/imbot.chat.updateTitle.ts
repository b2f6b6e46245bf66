import { expect } from 'vitest';
import { botErrors, botInGroup, botParams, joinedGroup } from '../scenes/bots.ts';
import { botChat, chatSeenBy, privateChatWith, RECORD } from '../scenes/chats.ts';
import { NOBODY } from '../scenes/refusals.ts';
import { CLIENT_ID, type World } from '../world.ts';
import { contract } from './contract.ts';

const METHOD = 'imbot.chat.updateTitle';
const TITLE = 'New name for the chat';

const inGroup = ({ groupChatId }: World) => ({ CHAT_ID: groupChatId, TITLE });

export default contract({
  method: METHOD,
  async example(world) {
    await botInGroup(world);
    return { params: { ...inGroup(world), CLIENT_ID } };
  },
  errors: {
    "CHAT_ID_EMPTY: Chat ID can't be empty": () => ({ params: { BOT_ID: NOBODY } }),
    "TITLE_EMPTY: Title can't be empty": () => ({ params: { CHAT_ID: NOBODY, BOT_ID: NOBODY } }),
    'ACCESS_ERROR: Action unavailable': async (world) => ({
      params: { CHAT_ID: await privateChatWith(world, await world.bot()), TITLE, CLIENT_ID },
    }),
    'ACCESS_ERROR: This chat cannot be renamed': async (world) => ({
      params: { CHAT_ID: await botChat(world, await world.bot(), RECORD), TITLE, CLIENT_ID },
    }),
    ...botErrors(inGroup),
  },
  params: {
    async CHAT_ID(world) {
      const bot = await botInGroup(world);
      const other = await botChat(world, bot, { USERS: [world.alice.id] });
      await world.alice.ok(METHOD, { CHAT_ID: other, TITLE, CLIENT_ID });
      expect((await chatSeenBy(world.alice, other)).name).toBe(TITLE);
      expect((await chatSeenBy(world.alice, world.groupChatId)).name).toBe('Team');
    },
    async TITLE(world) {
      await botInGroup(world);
      expect(await world.alice.ok(METHOD, { CHAT_ID: world.groupChatId, TITLE: `  ${TITLE} `, CLIENT_ID })).toBe(true);
      expect((await chatSeenBy(world.alice, world.groupChatId)).name).toBe(TITLE);
    },
    ...botParams(METHOD, { place: joinedGroup, params: inGroup }),
  },
});
