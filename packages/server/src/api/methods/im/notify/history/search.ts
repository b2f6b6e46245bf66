import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { LATER } from '#api/kernel/definition/unfinished.ts';
import { HtmlTexts } from '#api/terms/notification/html-texts.ts';
import { lastId } from '#api/terms/notification/ids.ts';
import { listFields } from '#api/terms/notification/params.ts';
import { presentPage } from '#api/terms/notification/present.ts';
import { notificationRow } from '#api/terms/notification/rows.ts';
import { examplePage, pageSchema } from '#api/terms/notification/schema.ts';
import { isTooWide, searchFields, toFilter } from '#api/terms/notification/search.ts';
import { searchNotifications } from '#domain/notification/list-notifications.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'im.notify.history.search',
  summary: 'Searches what the calling person was told, the newest first.',
  page: 'api-reference/chats/notifications/im-notify-history-search',
  scope: 'im',
  reads: true,
  gathers: () => new HtmlTexts(),
  params: { ...searchFields, LAST_ID: lastId, ...listFields },
  errors: [
    {
      code: 'SEARCH_TEXT_ERROR',
      message: "SEARCH_TEXT can't be less than 3 symbols",
      status: 400,
      when: isTooWide,
    },
    notificationRow.lastIdIsText,
  ],
  result: z.object({
    total_results: z.number().int().optional().describe('All that is found; left out with LAST_ID'),
    ...pageSchema,
  }),
  example: {
    params: { SEARCH_TEXT: 'remind', SEARCH_TYPE: 'rest|rest_notify', LIMIT: 20, CONVERT_TEXT: 'Y' },
    result: { total_results: 1, ...examplePage },
  },
  async handle({ work, caller, params, gathered }) {
    const html = params.CONVERT_TEXT ? gathered : undefined;
    const page = await searchNotifications(
      work,
      caller.user,
      toFilter(params),
      params.LAST_ID || undefined,
      params.LIMIT,
    );
    // As in im.notify.get (G20).
    if (!page) return done({ notifications: [], users: [] });
    if (html?.add(page.notifications)) return done(LATER);
    const { chat_id, ...shown } = await presentPage(work, page, { origin: caller.origin, html });
    return done({ chat_id, ...(page.total !== undefined && { total_results: page.total }), ...shown });
  },
});
