import { expect } from 'vitest';
import { NOBODY } from '../scenes/refusals.ts';
import { fileOf, sentTo } from '../scenes/second-files.ts';
import { contract } from './contract.ts';

const METHOD = 'im.v2.File.download';

export default contract({
  method: METHOD,
  example: async (world) => {
    const dialogId = `chat${world.groupChatId}`;
    return { params: { dialogId, fileId: await sentTo(world, dialogId) } };
  },
  errors: {
    'FILE_NOT_FOUND: File not found': () => ({ params: { dialogId: 'chat5', fileId: NOBODY } }),
    'ACCESS_DENIED: ACCESS_DENIED': async (world) => ({
      as: 'carol',
      params: { dialogId: 'chat5', fileId: await sentTo(world, world.bob.id) },
    }),
  },
  params: {
    // V58: it is not read.
    async dialogId(world) {
      const fileId = await sentTo(world, world.bob.id);
      const { downloadUrl } = await world.bob.ok(METHOD, { dialogId: 'no dialog', fileId });
      expect(await fileOf(downloadUrl)).toMatchObject({ text: 'Hello World!' });
    },
    async fileId(world) {
      const fileId = await sentTo(world, world.bob.id);
      const { downloadUrl } = await world.bob.ok(METHOD, { dialogId: world.alice.id, fileId });
      expect(await fileOf(downloadUrl)).toEqual({
        text: 'Hello World!',
        disposition: expect.stringContaining('hello.txt'),
      });
    },
  },
});
