import { z } from 'zod';
import { component } from '#api/kernel/wire/component.ts';
import { userSchema } from '../user/schema-v2.ts';
import { messageParams } from './schema.ts';

/*
 * A message in the events of generation 2, as presentEventMessage tells it.
 */

const id = z.number().int();

/** Files are known by texts here (V45). */
const paramsSchema = messageParams.extend({ FILE_ID: z.array(z.string()).optional() });

export const eventMessageSchema = component(
  'EventMessageV2',
  'A message that something happened to',
  z.object({
    id,
    chatId: id,
    authorId: id.describe('0: a line of the system'),
    date: z.string().describe('YYYY-MM-DDThh:mm:ss±hh:mm'),
    text: z.string().describe('With the mention of the bot'),
    isSystem: z.boolean(),
    uuid: z.string().nullable(),
    forward: z
      .object({ id, userId: id, chatId: id, date: z.string() })
      .nullable()
      .describe('Where it was forwarded from'),
    params: z.union([paramsSchema, z.array(z.never())]).describe('What is not so is left out; an empty list: nothing'),
    viewedByOthers: z.boolean().describe('Somebody else has read it'),
  }),
);

export const sentSchema = z.object({
  id: id.nullable().describe('Of the message, else of the first that was forwarded; null: none was'),
  uuidMap: z
    .union([z.record(z.string(), id), z.array(z.never())])
    .describe('Ids of the copies by what was called forwardIds; an empty list: nothing was forwarded'),
});

export const contextSchema = z.object({
  messages: z.array(eventMessageSchema).describe('Oldest first'),
  users: z.array(userSchema).describe('Whoever wrote them'),
  hasPrevPage: z.boolean(),
  hasNextPage: z.boolean(),
});

export const exampleMessage = {
  id: 789,
  chatId: 5,
  authorId: 1,
  date: '2026-03-19T14:30:00+00:00',
  text: 'Hello! How are you?',
  isSystem: false,
  uuid: '18533186-232b-4423-8438-64501da182f5',
  forward: null,
  params: [],
  viewedByOthers: true,
} as const;
