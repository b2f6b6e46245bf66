import { uploadWith } from '../scenes/uploads.ts';
import { contract } from './contract.ts';

const { upload, errors, params } = uploadWith('disk.storage.uploadfile');

export default contract({
  method: 'disk.storage.uploadfile',
  example: upload,
  errors: { ...errors, ': Invalid rights format': async (world) => upload(world, { rights: 'everything' }) },
  params,
});
