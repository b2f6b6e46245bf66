import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { idsToRead } from '#api/terms/notification/ids.ts';
import { readAction } from '#api/terms/notification/params.ts';
import { markThese } from '#domain/notification/read-notifications.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'im.notify.read.list',
  summary: 'Marks these notifications of the calling person as read, or as unread.',
  page: 'api-reference/chats/notifications/im-notify-read-list',
  scope: 'im',
  params: { IDS: idsToRead, ACTION: readAction },
  errors: [{ code: 'PARAMS_ERROR', message: 'No IDS param or it is not an array', status: 400, wrong: 'IDS' }],
  result: z.literal(true),
  example: { params: { IDS: [101, 102, 103], ACTION: 'Y' }, result: true },
  async handle({ work, caller, params }) {
    await markThese(work, caller.user, params.IDS, params.ACTION);
    return done(true);
  },
});
