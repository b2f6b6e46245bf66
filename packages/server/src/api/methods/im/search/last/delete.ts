import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { dialogId } from '#api/terms/chat/ids.ts';
import { chatRow } from '#api/terms/chat/rows.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'im.search.last.delete',
  summary: 'Takes a dialog from those that the caller has searched for.',
  page: 'api-reference/chats/search/im-search-last-delete',
  scope: 'im',
  params: { DIALOG_ID: dialogId },
  errors: [chatRow.dialogIdEmpty],
  result: z.boolean().describe('false: it was not among them'),
  example: { params: { DIALOG_ID: 'chat17' }, result: true },
  async handle({ work, caller, params }) {
    return done(await work.searchedDialogs.deleteDialog(caller.user.id, params.DIALOG_ID));
  },
});
