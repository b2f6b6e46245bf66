import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { UNFINISHED } from '#api/kernel/definition/unfinished.ts';
import { field } from '#api/terms/basic/fields.ts';
import { readId } from '#api/terms/notification/ids.ts';
import { markFrom, markThese } from '#domain/notification/read-notifications.ts';
import { done } from '#kit/outcome.ts';

/** Notifications that one unit marks. */
const AT_ONCE = 500;

export default defineMethod({
  name: 'im.notify.read',
  summary: 'Marks notifications of the calling person as read, or as unread.',
  page: 'api-reference/chats/notifications/im-notify-read',
  scope: 'im',
  params: {
    ID: readId,
    ACTION: field.flag('Y: read, N: unread', true),
    ONLY_CURRENT: field.flag('Y: this one alone, else it and all newer ones', false),
  },
  errors: [],
  result: z.literal(true),
  example: { params: { ID: 101, ACTION: 'Y', ONLY_CURRENT: 'Y' }, result: true },
  async handle({ work, caller, params: { ID, ACTION, ONLY_CURRENT } }) {
    // Without an id nothing happens (G14).
    if (ID === undefined) return done(true);
    if (ONLY_CURRENT) {
      await markThese(work, caller.user, [ID], ACTION);
      return done(true);
    }
    return done((await markFrom(work, caller.user, ID, ACTION, AT_ONCE)) < AT_ONCE || UNFINISHED);
  },
});
