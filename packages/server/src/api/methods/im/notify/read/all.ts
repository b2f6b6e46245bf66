import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { UNFINISHED } from '#api/kernel/definition/unfinished.ts';
import { markFrom } from '#domain/notification/read-notifications.ts';
import { done } from '#kit/outcome.ts';

/** Notifications that one unit marks. */
const AT_ONCE = 500;

export default defineMethod({
  name: 'im.notify.read.all',
  summary: 'Marks all notifications of the calling person as read.',
  page: 'api-reference/chats/notifications/im-notify-read-all',
  scope: 'im',
  params: {},
  errors: [],
  result: z.object({
    result: z.literal(true),
    newCounter: z.number().int().describe('Those that are unread still: they wait for a button to be pressed'),
  }),
  example: { params: {}, result: { result: true, newCounter: 0 } },
  async handle({ work, caller }) {
    if ((await markFrom(work, caller.user, 0, true, AT_ONCE)) === AT_ONCE) return done(UNFINISHED);
    return done({ result: true, newCounter: await work.notifications.countUnread(caller.user.id) });
  },
});
