import { expect } from 'vitest';
import { uploadWith } from '../scenes/uploads.ts';
import { contract } from './contract.ts';

const { upload, errors, params } = uploadWith('disk.folder.uploadfile');

export default contract({
  method: 'disk.folder.uploadfile',
  example: upload,
  errors,
  params: {
    ...params,
    async fileContent(world) {
      await params.fileContent(world);
      const { id } = (await upload(world)).params;
      const { field, uploadUrl } = await world.alice.ok('disk.folder.uploadfile', { id });
      expect(field).toBe('file');
      expect(uploadUrl).toMatch(/\/rest\/upload\.json\?token=[0-9a-f]{80,}$/);
    },
  },
});
