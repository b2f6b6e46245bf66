import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { callerRow } from '#api/terms/application/rows.ts';
import { field } from '#api/terms/basic/fields.ts';
import { chatRow } from '#api/terms/chat/rows.ts';
import { messageRow } from '#api/terms/message/rows.ts';
import { alsoAs, notificationFields, toNotification } from '#api/terms/notification/params.ts';
import { notificationRow } from '#api/terms/notification/rows.ts';
import { notify } from '#domain/notification/notify.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'im.notify',
  summary: 'Tells a person something, in the name of the calling person or of the system.',
  page: 'api-reference/chats/notifications/im-notify',
  scope: 'im',
  params: {
    ...notificationFields,
    TYPE: field.choice('USER: from the calling person, SYSTEM: from the system', ['USER', 'SYSTEM'], 'USER'),
  },
  // Most clients send it so (G8).
  prepare: alsoAs('USER_ID', 'TO'),
  errors: [
    callerRow.sessionRefused,
    chatRow.userIdEmpty,
    notificationRow.messageEmpty,
    messageRow.attachOversize,
    messageRow.attachError,
  ],
  result: z.union([z.number().int(), z.literal(false)]).describe('Id of the notification; false: nobody was told'),
  example: {
    params: { USER_ID: 5, TYPE: 'USER', MESSAGE: 'Reminder', TAG: 'TASK_42', SUB_TAG: 'TASK|42' },
    result: 12345,
  },
  async handle({ work, caller, params }) {
    const content = toNotification(params, params.TYPE === 'SYSTEM');
    const told = await notify(work, caller, params.USER_ID, content);
    return done(told?.id ?? false);
  },
});
