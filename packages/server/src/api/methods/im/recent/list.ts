import { defineMethod } from '#api/kernel/definition/method.ts';
import { NOT_COUNTED, Page } from '#api/kernel/definition/page.ts';
import { LATER } from '#api/kernel/definition/unfinished.ts';
import { exampleList, listFields, recentListSchema, toRequest } from '#api/terms/recent/list.ts';
import { RecentTold, tellRecent } from '#api/terms/recent/tell.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'im.recent.list',
  summary: 'Lists chats of the calling person in pages: those that are pinned, then by their newest messages.',
  page: 'api-reference/chats/im-recent-list',
  scope: 'im',
  reads: true,
  isPaged: 'uncounted',
  gathers: () => new RecentTold(),
  params: listFields,
  errors: [],
  result: recentListSchema,
  example: { params: { SKIP_OPENLINES: 'Y', UNREAD_ONLY: 'Y', OFFSET: 0, LIMIT: 20 }, result: exampleList },
  async handle({ work, caller, params, gathered }) {
    const { isLast, hasMore } = await tellRecent(work, caller, toRequest(params), gathered);
    if (!isLast) return done(LATER);
    const list = {
      items: gathered.items,
      hasMorePages: hasMore,
      hasMore,
      // There is no built-in assistant, and messages are not deleted by themselves.
      copilot: { chats: null, messages: null, roles: [], recommendedRoles: [] },
      messagesAutoDeleteConfigs: [],
    };
    return done(new Page(list, NOT_COUNTED));
  },
});
