import { z } from 'zod';
import { component } from '#api/kernel/wire/component.ts';

/*
 * A chat in the events of generation 2, as presentEventChat tells it.
 */

const id = z.number().int();
const text = z.string();
const flag = z.boolean();

export const eventChatSchema = component(
  'EventChatV2',
  'Where something happened',
  z.object({
    id,
    dialogId: text.describe('How the bot names it: in a private chat, by the id of the person'),
    type: z.enum(['private', 'chat', 'open', 'lines']),
    messageType: z.enum(['P', 'C', 'O', 'L']).describe('P: private, C: group, O: open to all employees'),
    name: text,
    description: text,
    entityType: text,
    entityId: text,
    entityData1: text,
    entityData2: text,
    entityData3: text,
    entityLink: z.object({ type: text, url: text, id: text }),
    owner: id.describe('0: nobody'),
    avatar: text.describe('Address of the picture; empty: none'),
    color: text.describe('#rrggbb'),
    extranet: flag.describe('Guests are in it'),
    containsCollaber: flag,
    diskFolderId: id.nullable(),
    permissions: z.record(text, z.enum(['owner', 'manager', 'member', 'none'])).describe('The least role for each'),
    hasManageCapability: flag,
    parentChatId: id.nullable(),
    parentMessageId: id.nullable(),
    isNew: flag,
    textFieldEnabled: flag,
    backgroundId: text.nullable(),
  }),
);
