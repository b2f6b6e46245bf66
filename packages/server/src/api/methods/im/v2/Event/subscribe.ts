import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { startWatching } from '#domain/user-queue/watch.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'im.v2.Event.subscribe',
  summary: 'Keeps what happens in the chats of the caller from now on, to be fetched.',
  page: 'api-reference/chat-bots/chat-bots-v2/im.v2/events/event-subscribe',
  scope: 'im',
  params: {},
  errors: [],
  result: z.literal(true),
  example: { params: {}, result: true },
  async handle({ work, caller }) {
    await startWatching(work, caller.user);
    return done(true);
  },
});
