import { lineProgram } from '../scenes/lines.ts';
import { contract } from './contract.ts';

export default contract({
  method: 'imopenlines.revision.get',
  example: async (world) => ({ params: {}, as: await lineProgram(world) }),
  errors: {},
  params: {},
});
