import { expect } from 'vitest';
import { bringHome, picture, sendToGroup } from '../scenes/files.ts';
import { contract } from './contract.ts';

export default contract({
  method: 'im.disk.file.save',
  example: async (world) => ({ params: { FILE_ID: (await sendToGroup(world, { file: picture })).id }, as: 'bob' }),
  errors: {
    "FILE_ID_EMPTY: File ID can't be empty": () => ({ params: { FILE_ID: 0 } }),
    "FILE_SAVE_ERROR: File ID can't be saved": async (world) => ({
      params: { FILE_ID: (await bringHome(world.alice)).ID },
      as: 'bob',
    }),
  },
  params: {
    async FILE_ID(world) {
      const { id } = await sendToGroup(world, { file: picture });
      const first = await world.bob.ok('im.disk.file.save', { FILE_ID: id });
      expect(first).toMatchObject({ folder: { name: 'Saved Files' }, file: { name: 'image.png' } });
      // As some programs call it (G52); the second copy is another file in the same folder.
      const second = await world.bob.ok('im.disk.file.save', { DISK_ID: id });
      expect(second).toMatchObject({ folder: first.folder, file: { name: 'image (1).png' } });
      const { ID, CREATED_BY, SIZE } = await world.bob.ok('disk.file.get', { id: second.file.id });
      expect({ ID, CREATED_BY, SIZE }).toEqual({
        ID: String(second.file.id),
        CREATED_BY: String(world.bob.id),
        SIZE: String(Buffer.from(picture.content, 'base64').length),
      });
    },
  },
});
