import { z } from 'zod';
import { component } from '#api/kernel/wire/component.ts';
import { messageParams } from './schema.ts';

/*
 * A message in the events of generation 2, as presentEventMessage tells it.
 */

const id = z.number().int();

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
    forward: z.null(),
    params: z.union([messageParams, z.array(z.never())]).describe('What is not so is left out; an empty list: nothing'),
    viewedByOthers: z.boolean().describe('Somebody else has read it'),
  }),
);
