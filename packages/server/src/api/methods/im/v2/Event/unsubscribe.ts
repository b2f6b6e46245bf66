import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { stopWatching } from '#domain/user-queue/watch.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'im.v2.Event.unsubscribe',
  summary: 'Keeps nothing more; what is kept can be fetched for 24 hours.',
  page: 'api-reference/chat-bots/chat-bots-v2/im.v2/events/event-unsubscribe',
  scope: 'im',
  params: {},
  errors: [],
  result: z.literal(true),
  example: { params: {}, result: true },
  async handle({ work, caller }) {
    await stopWatching(work, caller.user);
    return done(true);
  },
});
