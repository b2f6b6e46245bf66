import { defineMethod } from '#api/kernel/definition/method.ts';
import { toFlag } from '#api/kernel/wire/read.ts';
import { field } from '#api/terms/basic/fields.ts';
import { answeredFields, settleOnNotifyId } from '#api/terms/notification/ids.ts';
import { notificationRow } from '#api/terms/notification/rows.ts';
import { responseSchema } from '#api/terms/notification/schema.ts';
import { pressButton } from '#domain/notification/answer-notification.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'im.notify.confirm',
  summary: 'Presses a button of a notification of the calling person.',
  page: 'api-reference/chats/notifications/im-notify-confirm',
  scope: 'im',
  params: { ...answeredFields, NOTIFY_VALUE: field.requiredText('The value of the button: Y or N') },
  prepare: settleOnNotifyId,
  errors: [
    notificationRow.idError,
    { code: 'NOTIFY_VALUE_ERROR', message: "Notification Value can't be empty", status: 400, wrong: 'NOTIFY_VALUE' },
  ],
  result: responseSchema,
  example: { params: { NOTIFY_ID: 288, NOTIFY_VALUE: 'Y' }, result: { result_message: ['Invitation accepted'] } },
  async handle({ work, caller, params }) {
    const agrees = toFlag(params.NOTIFY_VALUE);
    const said = agrees === undefined ? undefined : await pressButton(work, caller.user, params.NOTIFY_ID, agrees);
    return done({ result_message: said ? [...said] : false });
  },
});
