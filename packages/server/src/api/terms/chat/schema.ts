import { z } from 'zod';
import { component } from '#api/kernel/wire/component.ts';

/*
 * A chat in answers, as presentChat tells it.
 */

const id = z.number().int();
const text = z.string();
const flag = z.boolean();
const time = z.string().describe('YYYY-MM-DDThh:mm:ss±hh:mm');
const person = { user_id: id, user_name: text };

export const chatSchema = component(
  'Chat',
  'A chat as its viewer sees it',
  z.object({
    id,
    parent_chat_id: id,
    parent_message_id: id,
    name: text,
    description: text,
    owner: id.describe('Id of its owner; 0: nobody'),
    extranet: flag.describe('Guests are in it'),
    avatar: text.describe('Address of the picture; empty: none'),
    color: text.describe('#RRGGBB'),
    type: text.describe('private, chat, open, or the kind of the outside object it belongs to'),
    counter: id.describe('Unread messages'),
    user_counter: id,
    message_count: id,
    unread_id: id.describe('The first unread message'),
    restrictions: z
      .object({
        avatar: flag,
        rename: flag,
        extend: flag,
        call: flag,
        mute: flag,
        leave: flag,
        leave_owner: flag,
        send: flag,
        user_list: flag,
        path: text.optional(),
        path_title: text.optional(),
      })
      .describe('true: it can be done'),
    last_message_id: id,
    last_id: id.describe('The last message that was read'),
    marked_id: id,
    disk_folder_id: id,
    entity_type: text,
    entity_id: text,
    entity_data_1: text,
    entity_data_2: text,
    entity_data_3: text,
    mute_list: z.array(id).describe('Who has silenced it'),
    date_create: time,
    message_type: z.enum(['P', 'C', 'O', 'L']).describe('P: private, C: group, O: open to all employees'),
    public: text,
    role: z.enum(['owner', 'manager', 'member', 'guest']).describe('Of the viewer'),
    entity_link: z.object({ type: text, url: text, id: text }),
    text_field_enabled: flag,
    background_id: z.null(),
    permissions: z.record(z.string(), z.enum(['owner', 'manager', 'member'])).describe('The least role for each'),
    is_new: flag,
    readed_list: z.array(z.object({ ...person, message_id: id, date: time.nullable() })),
    manager_list: z.array(id),
    last_message_views: z.object({
      message_id: id,
      first_viewers: z.array(z.object({ ...person, date: time })),
      count_of_viewers: id,
    }),
    dialog_id: text,
  }),
);

const mutedBy = z
  .union([z.record(z.string(), z.literal(true)), z.array(z.never())])
  .describe('The caller, by id, if they have silenced it');

export const listedChatSchema = component(
  'ListedChat',
  'A chat in a list of chats',
  chatSchema
    .omit({ readed_list: true, manager_list: true, last_message_views: true, dialog_id: true })
    .extend({ mute_list: mutedBy }),
);

export const chatOutlineSchema = component(
  'ChatOutline',
  'What a chat is, without what becomes of it',
  chatSchema
    .pick({
      id: true,
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
      date_create: true,
      message_type: true,
    })
    .extend({ mute_list: mutedBy }),
);

export const exampleChat = {
  id: 1435,
  parent_chat_id: 0,
  parent_message_id: 0,
  name: 'Deal chat',
  description: '',
  owner: 103,
  extranet: false,
  avatar: '',
  color: '#df532d',
  type: 'crm',
  counter: 0,
  user_counter: 2,
  message_count: 14,
  unread_id: 0,
  restrictions: {
    avatar: false,
    rename: false,
    extend: true,
    call: true,
    mute: true,
    leave: true,
    leave_owner: false,
    send: true,
    user_list: true,
  },
  last_message_id: 84877,
  last_id: 84877,
  marked_id: 0,
  disk_folder_id: 0,
  entity_type: 'CRM',
  entity_id: 'DEAL|1663',
  entity_data_1: '',
  entity_data_2: '',
  entity_data_3: '',
  mute_list: [],
  date_create: '2026-02-26T09:27:30+00:00',
  message_type: 'C',
  public: '',
  role: 'member',
  entity_link: { type: 'DEAL', url: '/crm/deal/details/1663/', id: '1663' },
  text_field_enabled: true,
  background_id: null,
  permissions: { manage_users_add: 'member', manage_users_delete: 'manager' },
  is_new: false,
  readed_list: [{ user_id: 103, user_name: 'Alice Owner', message_id: 84877, date: '2026-02-26T09:30:00+00:00' }],
  manager_list: [103],
  last_message_views: { message_id: 84877, first_viewers: [], count_of_viewers: 0 },
  dialog_id: 'chat1435',
} as const;

const { readed_list: _a, manager_list: _b, last_message_views: _c, dialog_id: _d, ...listed } = exampleChat;
export const exampleListedChat = { ...listed, restrictions: { ...listed.restrictions, path: '', path_title: '' } };

export const exampleOutline = {
  id: 1157,
  name: 'Brown chat 18',
  owner: 27,
  extranet: false,
  avatar: '',
  color: '#ab7761',
  type: 'chat',
  entity_type: '',
  entity_id: '',
  entity_data_1: '',
  entity_data_2: '',
  entity_data_3: '',
  mute_list: [],
  date_create: '2025-01-30T00:41:03+00:00',
  message_type: 'C',
} as const;
