import { expect } from 'vitest';
import { sendToGroup } from '../scenes/files.ts';
import { contract } from './contract.ts';

export default contract({
  method: 'im.disk.file.delete',
  example: async (world) => ({
    params: { CHAT_ID: world.groupChatId, FILE_ID: (await sendToGroup(world)).id },
  }),
  errors: {
    "CHAT_ID_EMPTY: Chat ID can't be empty": () => ({ params: { FILE_ID: 1 } }),
    "FILE_ID_EMPTY: File ID can't be empty": (world) => ({ params: { CHAT_ID: world.groupChatId, FILE_ID: 0 } }),
  },
  params: {
    async CHAT_ID(world) {
      const { id: FILE_ID } = await sendToGroup(world);
      const other: number = await world.alice.ok('im.chat.add', { TITLE: 'Other', USERS: [world.bob.id] });
      expect(await world.alice.ok('im.disk.file.delete', { CHAT_ID: other, FILE_ID })).toBe(false);
      expect(await world.carol.ok('im.disk.file.delete', { CHAT_ID: world.groupChatId, FILE_ID })).toBe(false);
      await world.alice.ok('disk.file.get', { id: FILE_ID });
    },
    // G53
    async FILE_ID(world) {
      const { id: FILE_ID } = await sendToGroup(world);
      const remove = (person = world.alice, more = {}) =>
        person.ok('im.disk.file.delete', { CHAT_ID: world.groupChatId, FILE_ID, ...more });
      const status = async () => (await world.bob.call('disk.file.get', { id: FILE_ID })).status;
      expect(await remove(world.alice, { FILE_ID: 999_999 })).toBe(false);
      expect([await remove(world.bob), await status()]).toEqual([true, 200]);
      expect([await remove(world.alice), await status()]).toEqual([true, 400]);
      expect(await remove()).toBe(false);
    },
  },
});
