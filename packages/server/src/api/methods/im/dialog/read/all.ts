import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { UNFINISHED } from '#api/kernel/definition/unfinished.ts';
import { markChatsRead } from '#domain/message/mark-read.ts';
import { done } from '#kit/outcome.ts';

/** Chats that one unit reads. */
const AT_ONCE = 200;

export default defineMethod({
  name: 'im.dialog.read.all',
  summary: 'Says that the calling person has read all of their chats.',
  page: 'api-reference/chats/special-operations/im-dialog-read-all',
  scope: 'im',
  params: {},
  errors: [],
  result: z.literal(true),
  example: { params: {}, result: true },
  async handle({ work, caller }) {
    return done((await markChatsRead(work, caller.user, AT_ONCE)) < AT_ONCE || UNFINISHED);
  },
});
