import { z } from 'zod';
import { idOf, readBy, required } from '#api/kernel/definition/field.ts';
import { toId, toText } from '#api/kernel/wire/read.ts';
import { refused } from '#kit/outcome.ts';
import { field } from '../basic/fields.ts';
import { wire } from '../basic/wire.ts';

/*
 * Chats of records of a customer base. A portal of ours has none, so that no chat belongs to any (U12).
 */

const KINDS = ['lead', 'deal', 'company', 'contact'] as const;

export const crmFields = {
  CRM_ENTITY_TYPE: required(
    'Kind of the record',
    readBy(z.enum(KINDS), (raw) => KINDS.find((kind) => kind === toText(raw)?.trim().toLowerCase())),
  ),
  CRM_ENTITY: idOf(
    'record',
    required(
      'Id of the record',
      readBy(wire.id, (raw) => toId(raw) || undefined),
    ),
  ),
  USER_ID: field.givenId('user', 'Who is meant'),
} as const;

export const crmChatId = field.maybeId('chat', 'Id of a chat of the record; without it, the newest one');

export const crmRow = {
  typeEmpty: {
    code: 'ERROR_ARGUMENT',
    message: "Argument 'CRM_ENTITY_TYPE' is null or empty",
    wrong: 'CRM_ENTITY_TYPE',
  },
  recordEmpty: { code: 'ERROR_ARGUMENT', message: "Argument 'CRM_ENTITY' is null or empty", missing: 'CRM_ENTITY' },
  recordInvalid: {
    code: 'ERROR_ARGUMENT',
    message: "The value of an argument 'CRM_ENTITY' has an invalid type",
    invalid: 'CRM_ENTITY',
  },
  notInCrm: {
    code: 'CHAT_NOT_IN_CRM',
    message: 'Chat does not belong to the CRM object being checked',
    refused: 'record_unknown',
  },
} as const;

export async function withoutRecords() {
  return refused('record_unknown');
}
