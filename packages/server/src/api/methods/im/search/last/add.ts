import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { dialogId } from '#api/terms/chat/ids.ts';
import { chatRow } from '#api/terms/chat/rows.ts';
import { rememberSearched } from '#domain/search/searched-dialogs.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'im.search.last.add',
  summary: 'Puts a dialog on top of those that the caller has searched for.',
  page: 'api-reference/chats/search/im-search-last-add',
  scope: 'im',
  params: { DIALOG_ID: dialogId },
  errors: [chatRow.dialogIdEmpty],
  result: z.boolean().describe('false: there is no such dialog for the caller'),
  example: { params: { DIALOG_ID: 'chat17' }, result: true },
  async handle({ work, caller, params }) {
    return done(await rememberSearched(work, caller.user, params.DIALOG_ID));
  },
});
