import { z } from 'zod';
import { component } from '#api/kernel/wire/component.ts';
import { presentedParts } from './parts.ts';

/*
 * A message in the history of a dialog, as presentMessage tells it.
 */

const id = z.number().int();
const no = z.literal('N');

export const messageParams = z
  .object({
    LIKE: z.array(id).describe('Ids of those who like it'),
    ...presentedParts,
    FILE_ID: z.array(id).describe('Ids of the files that were sent with it'),
    URL_PREVIEW: no,
    REPLY_ID: id.describe('Id of the message that it replies to'),
    IS_EDITED: z.literal('Y'),
    IS_DELETED: z.literal('Y'),
    CODE: z.array(z.enum(['CHAT_JOIN', 'CHAT_LEAVE'])).describe('What a line of the portal tells'),
    NOTIFY: no,
  })
  .partial();

export const messageSchema = component(
  'Message',
  'A message of a dialog',
  z.object({
    id,
    chat_id: id,
    author_id: id.describe('0: a line of the system'),
    date: z.string().describe('YYYY-MM-DDThh:mm:ss±hh:mm'),
    text: z.string(),
    unread: z.boolean(),
    uuid: z.string().nullable(),
    replaces: z.array(z.never()),
    params: z.union([messageParams, z.array(z.never())]).describe('What is not so is left out; an empty list: nothing'),
    disappearing_date: z.null(),
  }),
);

export const exampleMessage = {
  id: 84877,
  chat_id: 1489,
  author_id: 503,
  date: '2026-02-26T09:27:30+00:00',
  text: 'Welcome!',
  unread: false,
  uuid: null,
  replaces: [],
  params: [],
  disappearing_date: null,
} as const;
