import { expect } from 'vitest';
import { BY_ADMINISTRATORS, type Calls, type Case, own } from '../case.ts';

/** Whoever works here can be asked to answer a visitor. */
const COLLEAGUE = { theirs: true } as const;

/** There are no records that a chat could belong to (U12). */
const ofRecord = (more: Case['params']): Case => ({
  refused: 'CHAT_NOT_IN_CRM',
  params: { CRM_ENTITY_TYPE: 'lead', CRM_ENTITY: own('record'), USER_ID: own('person'), ...more },
});

export const imopenlines: Readonly<Record<string, Calls>> = {
  'imopenlines.bot.session.finish': { params: { CHAT_ID: own('lineChat') }, servesVisitor: true },
  'imopenlines.bot.session.message.send': {
    params: { CHAT_ID: own('lineChat'), MESSAGE: 'Hello' },
    // True says nothing about a message (G60).
    may: { CHAT_ID: { theirs: true, gone: true, elsewhere: true } },
  },
  'imopenlines.bot.session.operator': { params: { CHAT_ID: own('lineChat') }, servesVisitor: true },
  'imopenlines.bot.session.transfer': [
    { params: { CHAT_ID: own('lineChat'), USER_ID: own('person') }, servesVisitor: true, may: { USER_ID: COLLEAGUE } },
    { params: { CHAT_ID: own('lineChat'), QUEUE_ID: own('line') }, servesVisitor: true, may: { QUEUE_ID: COLLEAGUE } },
    {
      params: { CHAT_ID: own('lineChat'), TRANSFER_ID: own('person') },
      servesVisitor: true,
      may: { TRANSFER_ID: COLLEAGUE },
    },
  ],
  'imopenlines.config.add': { params: { PARAMS: { LINE_NAME: 'New' } } },
  'imopenlines.config.get': {
    params: { CONFIG_ID: own('line') },
    // Every line of the portal is everybody's who works there.
    may: { CONFIG_ID: { theirs: expect.anything(), gone: false, elsewhere: false } },
  },
  'imopenlines.config.list.get': { params: { OPTIONS: { QUEUE: 'Y' } } },
  'imopenlines.config.update': {
    ...BY_ADMINISTRATORS,
    params: { CONFIG_ID: own('line'), PARAMS: { LINE_NAME: 'Support' } },
    changesLines: true,
    may: { CONFIG_ID: { theirs: true, gone: false, elsewhere: false } },
  },
  'imopenlines.crm.chat.user.add': ofRecord({ CHAT_ID: own('lineChat') }),
  'imopenlines.crm.chat.user.delete': ofRecord({ CHAT_ID: own('lineChat') }),
  'imopenlines.crm.message.add': ofRecord({ CHAT_ID: own('lineChat'), MESSAGE: 'Hello' }),
  'imopenlines.dialog.get': [
    { params: { CHAT_ID: own('lineChat') } },
    { params: { DIALOG_ID: own('lineDialog') } },
    { params: { SESSION_ID: own('lineSession') } },
    { params: { USER_CODE: own('userCode') } },
  ],
  'imopenlines.revision.get': { params: {} },
  'imopenlines.session.history.get': [
    { params: { SESSION_ID: own('lineSession') } },
    { params: { CHAT_ID: own('lineChat') } },
  ],
};
