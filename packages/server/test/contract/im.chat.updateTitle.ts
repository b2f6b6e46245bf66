import { expect } from 'vitest';
import { chatSeenBy, WORKGROUP } from '../scenes/chats.ts';
import { expectRefusal, NOBODY } from '../scenes/refusals.ts';
import type { World } from '../world.ts';
import { contract } from './contract.ts';

const METHOD = 'im.chat.updateTitle';
const TITLE = 'Project Chat';

const titleOf = async ({ alice }: World, chatId: number): Promise<string> => (await chatSeenBy(alice, chatId)).name;

export default contract({
  method: METHOD,
  example: (world) => Promise.resolve({ params: { CHAT_ID: world.groupChatId, TITLE } }),
  errors: {
    "CHAT_ID_EMPTY: Chat ID can't be empty": () => ({ params: {} }),
    "DIALOG_ID_EMPTY: Dialog ID can't be empty": (world) => ({ params: { DIALOG_ID: world.bob.id } }),
    "TITLE_EMPTY: Title can't be empty": () => ({ params: { CHAT_ID: NOBODY, TITLE: ' ' } }),
    'ACCESS_ERROR: Action unavailable': async (world) => ({
      // Nor is an outsider told that this one could not be renamed by anybody.
      as: 'carol',
      params: { CHAT_ID: await world.alice.ok('im.chat.add', { ...WORKGROUP, TYPE: 'OPEN' }), TITLE },
    }),
    'ACCESS_ERROR: This chat cannot be renamed': async (world) => ({
      params: { CHAT_ID: await world.alice.ok('im.chat.add', WORKGROUP), TITLE },
    }),
  },
  params: {
    async CHAT_ID(world) {
      const chat = await world.alice.ok('im.chat.add', { TITLE: 'Other' });
      // G5: it is a bare number, and wins over DIALOG_ID.
      await expectRefusal(
        world.alice,
        METHOD,
        { CHAT_ID: `chat${chat}`, DIALOG_ID: `chat${chat}`, TITLE },
        'CHAT_ID_EMPTY',
      );
      for (const DIALOG_ID of [`chat${world.groupChatId}`, 'none'])
        expect(await world.alice.ok(METHOD, { CHAT_ID: chat, DIALOG_ID, TITLE })).toBe(true);
      expect([await titleOf(world, chat), await titleOf(world, world.groupChatId)]).toEqual([TITLE, 'Team']);
    },
    async DIALOG_ID(world) {
      const chat = await world.alice.ok('im.chat.add', { TITLE: 'Other' });
      expect(await world.alice.ok(METHOD, { CHAT_ID: '', DIALOG_ID: `chat${chat}`, TITLE })).toBe(true);
      expect([await titleOf(world, chat), await titleOf(world, world.groupChatId)]).toEqual([TITLE, 'Team']);
      await expectRefusal(world.alice, METHOD, { DIALOG_ID: `chat${NOBODY}`, TITLE }, 'ACCESS_ERROR');
      await expectRefusal(world.alice, METHOD, { DIALOG_ID: 'none', TITLE }, 'DIALOG_ID_EMPTY');
    },
    async TITLE(world) {
      const rename = { CHAT_ID: world.groupChatId, TITLE: `  ${TITLE} ` };
      for (const person of [world.bob, world.alice]) expect(await person.ok(METHOD, rename)).toBe(true);
      expect(await titleOf(world, world.groupChatId)).toBe(TITLE);
    },
  },
});
