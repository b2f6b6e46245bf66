import { expect } from 'vitest';
import { bringToGroup, HELLO, sendToGroup } from '../scenes/files.ts';
import { contract } from './contract.ts';

export default contract({
  method: 'disk.file.get',
  example: async (world) => ({ params: { id: (await sendToGroup(world)).id } }),
  errors: {
    'ERROR_ARGUMENT: Invalid value of parameter {Parameter #0}': () => ({ params: {} }),
    'ERROR_NOT_FOUND: Could not find entity with id `999999`': () => ({ params: { id: 999_999 } }),
    'ACCESS_DENIED: Access denied': async (world) => ({ params: { id: (await sendToGroup(world)).id }, as: 'carol' }),
  },
  params: {
    async id(world) {
      const { ID } = await bringToGroup(world);
      expect(await world.alice.ok('disk.file.get', { id: ID })).toMatchObject({
        ID: String(ID),
        NAME: 'hello.txt',
        SIZE: String(HELLO.length),
      });
      // Before it is sent it is nobody else's business (G52).
      expect((await world.bob.call('disk.file.get', { id: ID })).status).toBe(403);
      await world.alice.ok('im.disk.file.commit', { CHAT_ID: world.groupChatId, FILE_ID: ID });
      await world.bob.ok('disk.file.get', { id: ID });
    },
  },
});
