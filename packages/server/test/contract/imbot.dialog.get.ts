import { expect } from 'vitest';
import { botChat, PICTURE, privateChatWith, readAll } from '../scenes/chats.ts';
import { NOBODY } from '../scenes/refusals.ts';
import { contract } from './contract.ts';

export default contract({
  method: 'imbot.dialog.get',
  async example(world) {
    const chat = await botChat(world, await world.bot(), {
      TITLE: 'New Chat Name',
      DESCRIPTION: 'Important News',
      COLOR: 'PINK',
      AVATAR: PICTURE,
      USERS: [world.alice.id],
      MESSAGE: 'Welcome!',
      ENTITY_TYPE: 'CHAT',
      ENTITY_ID: '13',
    });
    await readAll(world, chat, world.alice.id);
    return { params: { DIALOG_ID: `chat${chat}` } };
  },
  errors: {
    "DIALOG_ID_EMPTY: Dialog ID can't be empty": () => ({ params: { DIALOG_ID: 'sg1' } }),
    'ACCESS_ERROR: You do not have access to the specified dialog': () => ({ params: { DIALOG_ID: `chat${NOBODY}` } }),
    "ACCESS_ERROR: You don't have access to this chat": (world) => ({
      as: 'carol',
      params: { DIALOG_ID: `chat${world.groupChatId}` },
    }),
  },
  params: {
    async DIALOG_ID(world) {
      const { alice, bob } = world;
      const bot = await world.bot();
      const id = await privateChatWith(world, bot);
      const seen = await alice.ok('imbot.dialog.get', { DIALOG_ID: String(bot) });
      expect(seen).toMatchObject({ id, type: 'private', message_type: 'P', user_counter: 2, dialog_id: String(bot) });
      expect(seen.restrictions).not.toHaveProperty('path');
      const group = await bob.ok('imbot.dialog.get', { DIALOG_ID: `chat${world.groupChatId}` });
      expect(group).toMatchObject({ owner: alice.id, role: 'member', manager_list: [alice.id] });
    },
  },
});
