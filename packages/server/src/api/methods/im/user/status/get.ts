import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { USER_STATUSES } from '#domain/user/user-status.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'im.user.status.get',
  summary: 'Tells the status that the calling person has set.',
  page: 'api-reference/chats/users/im-user-status-get',
  scope: 'im',
  reads: true,
  params: {},
  errors: [],
  result: z.union([z.enum(USER_STATUSES), z.literal(false)]).describe('false: they have set none'),
  example: { params: {}, result: 'dnd' },
  handle: async ({ caller }) => done(caller.user.status ?? false),
});
