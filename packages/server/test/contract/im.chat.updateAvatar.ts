import { expect } from 'vitest';
import { chatSeenBy, PICTURE, pictureOf, privateChatWith, RECORD } from '../scenes/chats.ts';
import { expectRefusal, NOBODY } from '../scenes/refusals.ts';
import type { World } from '../world.ts';
import { contract } from './contract.ts';

const METHOD = 'im.chat.updateAvatar';
const AVATAR = PICTURE;

const avatarOf = async ({ alice }: World, chatId: number): Promise<string> => (await chatSeenBy(alice, chatId)).avatar;

export default contract({
  method: METHOD,
  example: async (world) => ({ params: { CHAT_ID: world.groupChatId, AVATAR } }),
  errors: {
    "CHAT_ID_EMPTY: Chat ID can't be empty": () => ({ params: { CHAT_ID: 'chat1' } }),
    "DIALOG_ID_EMPTY: Dialog ID can't be empty": (world) => ({ params: { DIALOG_ID: world.bob.id } }),
    'ACCESS_DENIED: Access denied': (world) => ({ params: { CHAT_ID: world.groupChatId }, as: 'carol' }),
    'ACCESS_ERROR: Action unavailable': async (world) => ({
      params: { CHAT_ID: await privateChatWith(world, await world.bot()) },
    }),
    'ACCESS_ERROR: The avatar of this chat cannot be changed': async (world) => ({
      params: { CHAT_ID: await world.alice.ok('im.chat.add', RECORD) },
    }),
    'AVATAR_ERROR: Avatar incorrect type': (world) => ({
      params: { CHAT_ID: world.groupChatId, AVATAR: 'no picture' },
    }),
    'AVATAR_ERROR: Avatar incorrect size (max 5000x5000)': (world) => ({
      params: { CHAT_ID: world.groupChatId, AVATAR: pictureOf(5001) },
    }),
    "WRONG_REQUEST: Chat doesn't exist": () => ({ params: { CHAT_ID: NOBODY, AVATAR } }),
  },
  params: {
    async CHAT_ID(world) {
      const other = await world.alice.ok('im.chat.add', {});
      await world.alice.ok(METHOD, { CHAT_ID: other, DIALOG_ID: `chat${world.groupChatId}`, AVATAR });
      expect(await avatarOf(world, other)).toMatch(/^http.*\.png$/);
      expect(await avatarOf(world, world.groupChatId)).toBe('');
    },
    async DIALOG_ID(world) {
      await world.alice.ok(METHOD, { DIALOG_ID: `chat${world.groupChatId}`, AVATAR });
      expect(await avatarOf(world, world.groupChatId)).toMatch(/^http.*\.png$/);
    },
    async AVATAR(world) {
      const CHAT_ID = world.groupChatId;
      await expectRefusal(world.alice, METHOD, { CHAT_ID, AVATAR: '' }, 'AVATAR_ERROR');
      expect(await world.bob.ok(METHOD, { CHAT_ID, AVATAR })).toBe(true);
      const first = await avatarOf(world, CHAT_ID);
      expect((await fetch(first)).status).toBe(200);
      await world.alice.ok(METHOD, { CHAT_ID, AVATAR: pictureOf(5000) });
      // The picture before it is not kept.
      expect(await avatarOf(world, CHAT_ID)).not.toBe(first);
      expect((await fetch(first)).status).toBe(404);
    },
  },
});
