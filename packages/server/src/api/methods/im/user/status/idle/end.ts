import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { endIdle } from '#domain/user/change-status.ts';

export default defineMethod({
  name: 'im.user.status.idle.end',
  summary: 'Says that the calling person is back at their screen.',
  page: 'api-reference/chats/users/im-user-status-idle-end',
  scope: 'im',
  params: {},
  errors: [],
  result: z.literal(true),
  example: { params: {}, result: true },
  handle: ({ work, caller }) => endIdle(work, caller.user),
});
