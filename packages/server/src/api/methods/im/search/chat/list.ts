import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { presentListed } from '#api/terms/chat/present.ts';
import { exampleListedChat, listedChatSchema } from '#api/terms/chat/schema.ts';
import { partOf } from '#api/terms/list/paging.ts';
import { offsetParams } from '#api/terms/list/params.ts';
import { optionalPhrase, preferFind } from '#api/terms/search/params.ts';
import { searchRow } from '#api/terms/search/rows.ts';
import { summaryOf } from '#domain/chat/chat-summary.ts';
import { findChats } from '#domain/search/find-chats.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'im.search.chat.list',
  summary: 'Finds groups by how words of their titles or of the names of their members begin, the newest first.',
  page: 'api-reference/chats/search/im-search-chat-list',
  scope: 'im',
  reads: true,
  isPaged: true,
  prepare: preferFind,
  params: {
    FIND: optionalPhrase('Beginnings of words, all of which a group is found by'),
    FIND_LINES: optionalPhrase('The same among the chats of open channels; not looked at where FIND is given'),
    ...offsetParams,
  },
  errors: [searchRow.shortFind, searchRow.shortFindLines],
  result: z.array(listedChatSchema),
  example: { params: { FIND: 'Project', OFFSET: 0, LIMIT: 10 }, result: [exampleListedChat] },
  async handle({ work, caller, params }) {
    const { chats, total } = await findChats(work, caller.user, {
      phrase: params.FIND ?? params.FIND_LINES ?? '',
      ofLines: params.FIND === undefined,
      limit: params.LIMIT,
      offset: params.OFFSET,
    });
    const shown = [];
    for (const view of chats) shown.push(presentListed(await summaryOf(work, caller.user, view), caller.origin));
    return done(partOf(shown, total, params));
  },
});
