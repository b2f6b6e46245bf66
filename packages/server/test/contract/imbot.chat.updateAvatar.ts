import { expect } from 'vitest';
import { botErrors, botInGroup, botParams, joinedGroup } from '../scenes/bots.ts';
import { botChat, chatSeenBy, PICTURE, pictureOf, privateChatWith, RECORD } from '../scenes/chats.ts';
import { NOBODY } from '../scenes/refusals.ts';
import { CLIENT_ID, type World } from '../world.ts';
import { contract } from './contract.ts';

const METHOD = 'imbot.chat.updateAvatar';
const AVATAR = PICTURE;

const inGroup = ({ groupChatId }: World) => ({ CHAT_ID: groupChatId, AVATAR });
const avatarOf = async ({ alice }: World, chatId: number): Promise<string> => (await chatSeenBy(alice, chatId)).avatar;

export default contract({
  method: METHOD,
  async example(world) {
    await botInGroup(world);
    return { params: { ...inGroup(world), CLIENT_ID } };
  },
  errors: {
    "CHAT_ID_EMPTY: Chat ID can't be empty": () => ({ params: { BOT_ID: NOBODY } }),
    'ACCESS_DENIED: Access denied': async (world) => {
      await world.bot();
      return { params: { ...inGroup(world), CLIENT_ID } };
    },
    'ACCESS_ERROR: Action unavailable': async (world) => ({
      params: { CHAT_ID: await privateChatWith(world, await world.bot()), AVATAR, CLIENT_ID },
    }),
    'ACCESS_ERROR: The avatar of this chat cannot be changed': async (world) => ({
      params: { CHAT_ID: await botChat(world, await world.bot(), RECORD), AVATAR, CLIENT_ID },
    }),
    'AVATAR_ERROR: Avatar incorrect type': () => ({
      params: { CHAT_ID: NOBODY, AVATAR: 'no picture', BOT_ID: NOBODY },
    }),
    'AVATAR_ERROR: Avatar incorrect size (max 5000x5000)': () => ({
      params: { CHAT_ID: NOBODY, AVATAR: pictureOf(5001), BOT_ID: NOBODY },
    }),
    "WRONG_REQUEST: Chat doesn't exist": async (world) => {
      await world.bot();
      return { params: { CHAT_ID: NOBODY, AVATAR, CLIENT_ID } };
    },
    ...botErrors(inGroup, 'Bot was installed by another REST application'),
  },
  params: {
    async CHAT_ID(world) {
      const other = await botChat(world, await botInGroup(world), { USERS: [world.alice.id] });
      await world.alice.ok(METHOD, { CHAT_ID: other, AVATAR, CLIENT_ID });
      expect(await avatarOf(world, other)).toMatch(/^http.*\.png$/);
      expect(await avatarOf(world, world.groupChatId)).toBe('');
    },
    async AVATAR(world) {
      await botInGroup(world);
      expect(await world.alice.ok(METHOD, { CHAT_ID: world.groupChatId, AVATAR, CLIENT_ID })).toBe(true);
      expect((await fetch(await avatarOf(world, world.groupChatId))).status).toBe(200);
    },
    ...botParams(METHOD, { place: joinedGroup, params: inGroup }),
  },
});
