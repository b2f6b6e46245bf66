import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { userStatus } from '#api/terms/user/params.ts';
import { setStatus } from '#domain/user/change-status.ts';

export default defineMethod({
  name: 'im.user.status.set',
  summary: 'Sets the status of the calling person.',
  page: 'api-reference/chats/users/im-user-status-set',
  scope: 'im',
  params: { STATUS: userStatus },
  errors: [{ code: 'STATUS_ERROR', message: 'Status is not available', status: 400, wrong: 'STATUS' }],
  result: z.literal(true),
  example: { params: { STATUS: 'dnd' }, result: true },
  handle: ({ work, caller, params }) => setStatus(work, caller.user, params.STATUS),
});
