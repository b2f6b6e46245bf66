import { defineMethod } from '#api/kernel/definition/method.ts';
import { answerFetch, exampleFetched, fetchedSchema, fetchFields, prepareAnswer } from '#api/terms/event/fetch-v2.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'im.v2.Event.get',
  summary: 'Fetches what happened in the chats of the caller, and confirms what was dealt with.',
  page: 'api-reference/chat-bots/chat-bots-v2/im.v2/events/event-get',
  scope: 'im',
  reads: true,
  params: fetchFields,
  errors: [],
  result: fetchedSchema,
  example: {
    params: { offset: 2000, limit: 50 },
    result: { ...exampleFetched, events: exampleFetched.events.map((one) => ({ ...one, type: 'ONIMV2MESSAGEADD' })) },
  },
  step: async ({ work, caller, params: { limit }, kept }) =>
    prepareAnswer({ work, caller }, { queue: await work.userQueues.findQueue(caller.user.id) }, limit, kept),
  handle: async ({ work, caller, params, kept }) =>
    done(await answerFetch({ work, caller }, { queue: await work.userQueues.findQueue(caller.user.id) }, params, kept)),
});
