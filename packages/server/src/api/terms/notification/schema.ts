import { z } from 'zod';
import { component } from '#api/kernel/wire/component.ts';
import { presentedParts } from '../message/parts.ts';
import { exampleUser, userSchema } from '../user/schema.ts';

/*
 * A notification in answers, as presentNotification tells it: 14 keys, and one more while it has buttons (G1).
 */

const id = z.number().int();
const text = z.string();

const notificationSchema = component(
  'Notification',
  'What somebody is told beside their chats',
  z.object({
    id,
    chat_id: id,
    author_id: id.describe('0: the system'),
    date: text.describe('YYYY-MM-DDThh:mm:ss±hh:mm'),
    notify_type: z.literal([1, 2, 4]).describe('1: has buttons, 2: from a person, 4: from the system'),
    notify_module: text,
    notify_event: text,
    notify_tag: text,
    notify_sub_tag: text,
    notify_title: text,
    setting_name: text.describe('MODULE|EVENT'),
    text,
    notify_read: z.enum(['Y', 'N']),
    notify_buttons: text
      .optional()
      .describe(
        'A keyboard as JSON; a button has `<id>|<value>` in COMMAND_PARAMS, and im.notify.confirm takes the value',
      ),
    params: z.object({ ATTACH: presentedParts.ATTACH }).nullable(),
  }),
);

/** What every page of them says. */
export const pageSchema = {
  chat_id: id.optional().describe('Where they stand; left out where there is nothing yet'),
  notifications: z.array(notificationSchema),
  users: z.array(userSchema).describe('Whoever wrote them'),
} as const;

export const examplePage = {
  chat_id: 77,
  notifications: [
    {
      id: 1500,
      chat_id: 77,
      author_id: 5,
      date: '2026-03-03T09:00:00+00:00',
      notify_type: 2,
      notify_module: 'rest',
      notify_event: 'rest_notify',
      notify_tag: 'MP|12|TASK_42',
      notify_sub_tag: 'MP|12|TASK|42',
      notify_title: '',
      setting_name: 'rest|rest_notify',
      text: 'Reminder',
      notify_read: 'N',
      params: null,
    },
  ],
  users: [exampleUser],
} as const;

/** What a button, or a quick answer, was answered with. */
export const responseSchema = z.object({
  result_message: z
    .union([z.array(text), z.literal(false)])
    .describe('What the person is to read; false: the notification takes no such answer from them'),
});
