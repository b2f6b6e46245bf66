import { expect } from 'vitest';
import { folderOf } from '../scenes/files.ts';
import { contract } from './contract.ts';

export default contract({
  method: 'im.disk.folder.get',
  example: async (world) => ({ params: { DIALOG_ID: `chat${world.groupChatId}` } }),
  errors: {
    "CHAT_ID_EMPTY: Chat ID can't be empty": () => ({ params: {} }),
    "DIALOG_ID_EMPTY: Dialog ID can't be empty": () => ({ params: { DIALOG_ID: 'nobody' } }),
    'ACCESS_ERROR: You do not have access to the specified dialog': (world) => ({
      params: { CHAT_ID: world.groupChatId },
      as: 'carol',
    }),
  },
  params: {
    async CHAT_ID(world) {
      const { ID } = await world.alice.ok('im.disk.folder.get', { CHAT_ID: world.groupChatId, DIALOG_ID: 'nobody' });
      // Everybody in the chat has the same one.
      expect(ID).toBe(await folderOf(world.bob, `chat${world.groupChatId}`));
      expect(await world.alice.ok('im.dialog.get', { DIALOG_ID: `chat${world.groupChatId}` })).toMatchObject({
        disk_folder_id: ID,
      });
    },
    async DIALOG_ID(world) {
      const own = await folderOf(world.alice, world.bob.id);
      expect(own).toBe(await folderOf(world.bob, world.alice.id));
      expect(own).not.toBe(await folderOf(world.alice, `chat${world.groupChatId}`));
    },
  },
});
