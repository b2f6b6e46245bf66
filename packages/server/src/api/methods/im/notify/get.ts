import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { LATER } from '#api/kernel/definition/unfinished.ts';
import { HtmlTexts } from '#api/terms/notification/html-texts.ts';
import { lastId } from '#api/terms/notification/ids.ts';
import { lastType, listFields } from '#api/terms/notification/params.ts';
import { presentPage } from '#api/terms/notification/present.ts';
import { notificationRow } from '#api/terms/notification/rows.ts';
import { examplePage, pageSchema } from '#api/terms/notification/schema.ts';
import { listNotifications } from '#domain/notification/list-notifications.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'im.notify.get',
  summary: 'Lists what the calling person was told: first what waits for a button to be pressed, then the rest.',
  page: 'api-reference/chats/notifications/im-notify-get',
  scope: 'im',
  reads: true,
  gathers: () => new HtmlTexts(),
  params: { LAST_ID: lastId, LAST_TYPE: lastType, ...listFields },
  errors: [
    {
      code: 'LAST_ID_AND_LAST_TYPE',
      message: 'Parameters LAST_ID and LAST_TYPE should be used together.',
      status: 400,
      when: ({ LAST_ID, LAST_TYPE }, faulty) =>
        (LAST_ID !== undefined || faulty.has('LAST_ID')) !== (LAST_TYPE !== undefined || faulty.has('LAST_TYPE')),
    },
    notificationRow.lastIdIsText,
  ],
  result: z.object({
    total_count: z.number().int().optional(),
    total_unread_count: z.number().int().optional(),
    ...pageSchema,
  }),
  example: {
    params: { LAST_ID: 1501, LAST_TYPE: 3, LIMIT: 20, CONVERT_TEXT: 'Y' },
    result: { total_count: 120, total_unread_count: 5, ...examplePage },
  },
  async handle({ work, caller, params, gathered }) {
    const html = params.CONVERT_TEXT ? gathered : undefined;
    const cursor = params.LAST_ID ? { id: params.LAST_ID, isAmongOpen: params.LAST_TYPE === 1 } : undefined;
    const page = await listNotifications(work, caller.user, cursor, params.LIMIT);
    // Nothing else is said where there is nothing yet (G20).
    if (!page) return done({ notifications: [], users: [] });
    if (html?.add(page.notifications)) return done(LATER);
    const shown = await presentPage(work, page, { origin: caller.origin, html });
    return done({ total_count: page.total, total_unread_count: page.unread, ...shown });
  },
});
