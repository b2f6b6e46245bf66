import { defineMethod } from '#api/kernel/definition/method.ts';
import { answeredFields, settleOnNotifyId } from '#api/terms/notification/ids.ts';
import { answerText } from '#api/terms/notification/params.ts';
import { notificationRow } from '#api/terms/notification/rows.ts';
import { responseSchema } from '#api/terms/notification/schema.ts';
import { answerNotification } from '#domain/notification/answer-notification.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'im.notify.answer',
  summary: 'Answers a notification of the calling person in their own words.',
  page: 'api-reference/chats/notifications/im-notify-answer',
  scope: 'im',
  params: { ...answeredFields, ANSWER_TEXT: answerText },
  prepare: settleOnNotifyId,
  errors: [
    notificationRow.idError,
    { code: 'ANSWER_TEXT_ERROR', message: "ANSWER_TEXT can't be empty", status: 400, wrong: 'ANSWER_TEXT' },
  ],
  result: responseSchema,
  example: {
    params: { NOTIFY_ID: 270, ANSWER_TEXT: 'I will participate' },
    result: { result_message: ['Your response has been successfully sent.'] },
  },
  async handle({ work, caller, params }) {
    const said = await answerNotification(work, caller.user, params.NOTIFY_ID, params.ANSWER_TEXT);
    return done({ result_message: said ? [...said] : false });
  },
});
