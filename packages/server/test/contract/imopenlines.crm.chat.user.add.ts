import { expect } from 'vitest';
import { lineProgram, lineWithBot } from '../scenes/lines.ts';
import type { World } from '../world.ts';
import { contract } from './contract.ts';

const METHOD = 'imopenlines.crm.chat.user.add';
const record = { CRM_ENTITY_TYPE: 'lead', CRM_ENTITY: 1205, USER_ID: 2 };

const call = async (world: World, more: Record<string, unknown> = {}) => ({
  params: { CHAT_ID: (await lineWithBot(world)).chatId, ...record, ...more },
  as: await lineProgram(world),
});

/** How a call is answered that differs from the usual one. */
async function answered(world: World, more: Record<string, unknown>): Promise<string> {
  const { params, as } = await call(world, more);
  return (await as.call(METHOD, params)).body.error;
}

const changesAnswer = (name: string, code: string) => async (world: World) => {
  expect([await answered(world, {}), await answered(world, { [name]: '' })]).toEqual(['CHAT_NOT_IN_CRM', code]);
};

export default contract({
  method: METHOD,
  example: (world) => call(world),
  refused: 'CHAT_NOT_IN_CRM: Chat does not belong to the CRM object being checked',
  errors: {
    "ERROR_ARGUMENT: Argument 'CRM_ENTITY_TYPE' is null or empty": (world) => call(world, { CRM_ENTITY_TYPE: 'task' }),
    "ERROR_ARGUMENT: Argument 'CRM_ENTITY' is null or empty": (world) => call(world, { CRM_ENTITY: '' }),
    "ERROR_ARGUMENT: The value of an argument 'CRM_ENTITY' has an invalid type": (world) =>
      call(world, { CRM_ENTITY: 'x' }),
    "ERROR_ARGUMENT: Argument 'Empty USER_ID' is null or empty": (world) => call(world, { USER_ID: '' }),
    'CHAT_NOT_IN_CRM: Chat does not belong to the CRM object being checked': (world) => call(world, {}),
  },
  params: {
    CRM_ENTITY_TYPE: changesAnswer('CRM_ENTITY_TYPE', 'ERROR_ARGUMENT'),
    CRM_ENTITY: changesAnswer('CRM_ENTITY', 'ERROR_ARGUMENT'),
    USER_ID: changesAnswer('USER_ID', 'ERROR_ARGUMENT'),
  },
});
