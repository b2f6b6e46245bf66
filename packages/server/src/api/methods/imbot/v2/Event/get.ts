import { defineMethod } from '#api/kernel/definition/method.ts';
import { field } from '#api/terms/basic/fields.ts';
import { fetchingBot, tokenShown } from '#api/terms/bot/access.ts';
import { actingBot } from '#api/terms/bot/ids-v2.ts';
import { acting } from '#api/terms/bot/rows-v2.ts';
import { mayFetchForPeople, watchedQueue } from '#api/terms/event/access-v2.ts';
import { answerFetch, exampleFetched, fetchedSchema, fetchFields, prepareAnswer } from '#api/terms/event/fetch-v2.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'imbot.v2.Event.get',
  summary: 'Fetches the events of a bot, and confirms those that were dealt with.',
  page: 'api-reference/chat-bots/chat-bots-v2/imbot.v2/events/event-get',
  scope: 'imbot',
  reads: true,
  params: {
    ...actingBot,
    ...fetchFields,
    withUserEvents: field.flag('Y: with what happens in the chats of the calling person', false),
  },
  guards: [() => tokenShown(), ({ withUserEvents }) => mayFetchForPeople(withUserEvents)],
  load: {
    bot: ({ botId }) => fetchingBot(botId),
    queue: ({ withUserEvents }) => watchedQueue(withUserEvents),
  },
  errors: acting(
    { code: 'SCOPE_ERROR', message: 'Scope error', refused: 'no_messenger_scope' },
    { code: 'AUTH_ERROR', message: 'Auth error', refused: 'nobody_to_fetch_for' },
    { code: 'USER_NOT_SUBSCRIBED', message: 'User not subscribed', refused: 'not_watching' },
  ),
  result: fetchedSchema,
  example: {
    params: { botId: 456, botToken: 'my_bot_token', offset: 1000, limit: 50 },
    result: exampleFetched,
  },
  async step({ work, caller, kept, params: { botId, withUserEvents, limit } }) {
    const bot = await work.bots.findBotEver(botId);
    const queue = withUserEvents ? await work.userQueues.findQueue(caller.user.id) : undefined;
    return prepareAnswer({ work, caller }, { bot, queue }, limit, kept);
  },
  handle: async ({ work, caller, bot, queue, params, kept }) =>
    done(await answerFetch({ work, caller }, { bot, queue }, params, kept)),
});
