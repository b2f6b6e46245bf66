import { expect } from 'vitest';
import { lineProgram, lineWithBot } from '../scenes/lines.ts';
import type { World } from '../world.ts';
import { contract } from './contract.ts';

const METHOD = 'imopenlines.crm.chat.user.delete';
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
    "ACCESS_DENIED: Access denied! You don't have access to join user to chat": (world) =>
      call(world, { CRM_ENTITY_TYPE: 'task' }),
    'CRM_CHAT_EMPTY_USER: Empty User ID': (world) => call(world, { USER_ID: '' }),
    'CRM_CHAT_EMPTY_CRM_DATA: Empty CRM data': (world) => call(world, { CRM_ENTITY_TYPE: '', CRM_ENTITY: '' }),
    "ERROR_ARGUMENT: The value of an argument 'CRM_ENTITY' has an invalid type": (world) =>
      call(world, { CRM_ENTITY: 'x' }),
    'CHAT_NOT_IN_CRM: Chat does not belong to the CRM object being checked': (world) => call(world, {}),
  },
  params: {
    CRM_ENTITY_TYPE: changesAnswer('CRM_ENTITY_TYPE', 'CRM_CHAT_EMPTY_CRM_DATA'),
    CRM_ENTITY: changesAnswer('CRM_ENTITY', 'CRM_CHAT_EMPTY_CRM_DATA'),
    USER_ID: changesAnswer('USER_ID', 'CRM_CHAT_EMPTY_USER'),
  },
});
