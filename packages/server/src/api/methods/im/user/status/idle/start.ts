import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { minutesAgo } from '#api/terms/user/params.ts';
import { beginIdle } from '#domain/user/change-status.ts';

export default defineMethod({
  name: 'im.user.status.idle.start',
  summary: 'Says that the calling person is away from their screen.',
  page: 'api-reference/chats/users/im-user-status-idle-start',
  scope: 'im',
  params: { AGO: minutesAgo },
  errors: [],
  result: z.literal(true),
  example: { params: { AGO: 10 }, result: true },
  handle: ({ work, caller, params }) => beginIdle(work, caller.user, params.AGO),
});
