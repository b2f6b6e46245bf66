import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { field } from '#api/terms/basic/fields.ts';
import { exampleOutline } from '#api/terms/chat/schema.ts';
import { isSkipped, presentSearched, searchedSchema } from '#api/terms/search/searched.ts';
import { listSearched } from '#domain/search/searched-dialogs.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'im.search.last.get',
  summary: 'Lists the dialogs that the caller has searched for, the last one first.',
  page: 'api-reference/chats/search/im-search-last-get',
  scope: 'im',
  reads: true,
  params: {
    SKIP_OPENLINES: field.flag('Without the chats of open channels', false),
    SKIP_CHAT: field.flag('Without groups', false),
    SKIP_DIALOG: field.flag('Without people', false),
  },
  errors: [],
  result: z.array(searchedSchema),
  example: {
    params: { SKIP_OPENLINES: 'N', SKIP_CHAT: 'N', SKIP_DIALOG: 'N' },
    result: [
      {
        id: 'chat1157',
        type: 'chat',
        avatar: { url: '', color: '#ab7761' },
        title: 'Brown chat 18',
        chat: exampleOutline,
      },
    ],
  },
  async handle({ work, caller, params }) {
    const shown = [];
    for (const dialog of await listSearched(work, caller.user))
      if (!isSkipped(dialog, params)) shown.push(await presentSearched(work, dialog, caller));
    return done(shown);
  },
});
