import { z } from 'zod';
import { component } from '#api/kernel/wire/component.ts';
import { chatSchema } from '../chat/schema.ts';
import { exampleUser, userSchema } from '../user/schema.ts';

/*
 * A chat in a list of recent ones, as presentRecent tells it.
 */

const id = z.number().int();
const text = z.string();
const flag = z.boolean();
const time = z.string().describe('YYYY-MM-DDThh:mm:ss±hh:mm');

const groupSchema = chatSchema
  .pick({
    id: true,
    parent_chat_id: true,
    parent_message_id: true,
    name: true,
    owner: true,
    extranet: true,
    avatar: true,
    color: true,
    type: true,
    entity_type: true,
    entity_id: true,
    entity_data_1: true,
    entity_data_2: true,
    entity_data_3: true,
    manager_list: true,
    date_create: true,
    message_type: true,
    user_counter: true,
    text_field_enabled: true,
    background_id: true,
    entity_link: true,
    permissions: true,
    public: true,
  })
  .extend({
    contains_collaber: flag,
    mute_list: z
      .union([z.record(z.string(), z.literal(true)), z.array(z.never())])
      .describe('Who has silenced it; an empty list: nobody'),
    restrictions: chatSchema.shape.restrictions.omit({ path: true, path_title: true }),
    role: z.enum(['OWNER', 'MANAGER', 'MEMBER']).describe('Of the calling person'),
  });
const privateSchema = z.object({
  text_field_enabled: flag,
  background_id: z.null(),
  mute_list: z.array(z.never()),
});

export const recentSchema = component(
  'RecentChat',
  'A chat in the list of recent ones',
  z.object({
    id: z.union([id, text]).describe('The other person of a private chat, or `chat123`'),
    chat_id: id,
    type: z.enum(['user', 'chat']).describe('user: a private chat'),
    avatar: z.object({ url: text, color: text }),
    title: text,
    message: z
      .object({
        id,
        text,
        file: flag,
        author_id: id.describe('0: a line of the system'),
        attach: flag,
        sticker: z.null(),
        date: time,
        status: z.enum(['received', 'delivered']).describe('delivered: it is their own, and somebody has read it'),
        uuid: text.nullable(),
      })
      .describe('The newest one'),
    counter: id.describe('Unread messages'),
    last_id: id.describe('The last message that was read'),
    pinned: flag,
    unread: flag.describe('Marked as unread by hand'),
    has_reminder: flag,
    date_update: time,
    date_last_activity: time,
    user: z.union([userSchema, z.object({ id: z.literal(0) })]).describe('Whom it is with; of a group, who wrote last'),
    chat: z.union([groupSchema, privateSchema]).describe('Of a private one hardly anything'),
    options: z.array(z.never()),
  }),
);

export const exampleRecent = {
  id: 5,
  chat_id: 1231,
  type: 'user',
  avatar: { url: '', color: '#df532d' },
  title: 'John Smith',
  message: {
    id: 84415,
    text: 'Good morning',
    file: false,
    author_id: 5,
    attach: false,
    sticker: null,
    date: '2026-02-25T12:07:10+00:00',
    status: 'received',
    uuid: '0c3c5ad6-a1b8-4d4d-9234-f137ef862a77',
  },
  counter: 1,
  last_id: 82363,
  pinned: false,
  unread: false,
  has_reminder: false,
  date_update: '2026-02-25T12:07:10+00:00',
  date_last_activity: '2026-02-25T12:07:10+00:00',
  user: exampleUser,
  chat: { text_field_enabled: true, background_id: null, mute_list: [] },
  options: [],
} as const;
