import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { callerRow } from '#api/terms/application/rows.ts';
import { chatRow } from '#api/terms/chat/rows.ts';
import { messageRow } from '#api/terms/message/rows.ts';
import { notificationFields, toNotification } from '#api/terms/notification/params.ts';
import { notificationRow } from '#api/terms/notification/rows.ts';
import { notify } from '#domain/notification/notify.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'im.notify.system.add',
  summary: 'Tells a person something in the name of the system.',
  page: 'api-reference/chats/notifications/im-notify-system-add',
  scope: 'im',
  params: notificationFields,
  errors: [
    callerRow.sessionRefused,
    chatRow.userIdEmpty,
    notificationRow.messageEmpty,
    messageRow.attachOversize,
    messageRow.attachError,
  ],
  result: z.union([z.number().int(), z.literal(false)]).describe('Id of the notification; false: nobody was told'),
  example: {
    params: { USER_ID: 5, MESSAGE: 'System notification', TAG: 'SYSTEM_EVENT_42', SUB_TAG: 'SYSTEM_EVENT|42' },
    result: 12345,
  },
  async handle({ work, caller, params }) {
    const told = await notify(work, caller, params.USER_ID, toNotification(params, true));
    return done(told?.id ?? false);
  },
});
