import { defineMethod } from '#api/kernel/definition/method.ts';
import { LATER, UNFINISHED } from '#api/kernel/definition/unfinished.ts';
import { chatRow } from '#api/terms/chat/rows.ts';
import { exampleFoundMessages, foundMessagesSchema, presentFoundMessages } from '#api/terms/message/found.ts';
import { progressIn, searchParams, toSearch } from '#api/terms/message/search-params.ts';
import { indexLines } from '#domain/message/index-messages.ts';
import { GOES_ON } from '#domain/message/search-hits.ts';
import { NOT_INDEXED, searchMessages } from '#domain/message/search-messages.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'im.dialog.messages.search',
  summary: 'Finds messages of a chat by how their words begin and when they were written.',
  page: 'api-reference/chats/messages/im-dialog-messages-search',
  scope: 'im',
  reads: true,
  params: searchParams,
  errors: [
    { ...chatRow.idEmpty, message: "CHAT_ID can't be empty" },
    {
      code: 'ACCESS_ERROR',
      message: 'You do not have access to this chat',
      refused: ['chat_not_found', 'chat_denied'],
    },
  ],
  result: foundMessagesSchema,
  example: {
    params: { CHAT_ID: 2421, SEARCH_MESSAGE: 'test', ORDER: { ID: 'DESC' }, LIMIT: 20 },
    result: exampleFoundMessages,
  },
  step: ({ work, params }) => indexLines(work, params.CHAT_ID),
  async handle({ work, caller, params, kept }) {
    const found = await searchMessages(work, caller.user, params.CHAT_ID, toSearch(params), progressIn(kept));
    if (!found.ok) return found;
    if (found.value === NOT_INDEXED) return done(UNFINISHED);
    if (found.value === GOES_ON) return done(LATER);
    return done(await presentFoundMessages(work, found.value, caller));
  },
});
