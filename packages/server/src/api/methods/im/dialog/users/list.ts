import { z } from 'zod';
import { isAbsent } from '#api/kernel/definition/field.ts';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { Page } from '#api/kernel/definition/page.ts';
import { sentAs } from '#api/kernel/wire/sent-as.ts';
import { field } from '#api/terms/basic/fields.ts';
import { wideDialogId } from '#api/terms/chat/ids.ts';
import { chatRow } from '#api/terms/chat/rows.ts';
import { presentUsers } from '#api/terms/user/present.ts';
import { exampleUser, userSchema } from '#api/terms/user/schema.ts';
import { listPeopleIn } from '#domain/chat/list-people-in.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'im.dialog.users.list',
  summary: 'Tells of those in a dialog, by their ids.',
  page: 'api-reference/chats/chat-users/im-dialog-users-list',
  scope: 'im',
  reads: true,
  isPaged: true,
  params: {
    DIALOG_ID: wideDialogId,
    SKIP_EXTERNAL: field.flag('Y: without bots', false),
    SKIP_EXTERNAL_EXCEPT_TYPES: field.text('Kinds that stay in all the same, with commas between them: bot'),
    LIMIT: field.count('How many', { fallback: 50, most: 200 }),
    LAST_ID: field.maybeId('user', 'Only those with larger ids'),
    OFFSET: field.count('How many are passed over; `start` is the same', { fallback: 0, most: 1_000_000 }),
  },
  prepare: startAtOffset,
  errors: [
    chatRow.dialogIdEmpty,
    { ...chatRow.dialogDenied, refused: ['chat_not_found', 'user_not_found', 'user_denied'] },
    chatRow.denied,
  ],
  result: z.array(userSchema),
  example: { params: { DIALOG_ID: 'chat2935', SKIP_EXTERNAL: 'Y', LIMIT: 20, OFFSET: 0 }, result: [exampleUser] },
  async handle({ work, caller, params: { DIALOG_ID, LIMIT, LAST_ID = 0, OFFSET, ...skip } }) {
    const keepsBots = skip.SKIP_EXTERNAL_EXCEPT_TYPES.toLowerCase()
      .split(/[\s,]+/)
      .includes('bot');
    const found = await listPeopleIn(work, caller.user, DIALOG_ID, {
      withBots: !skip.SKIP_EXTERNAL || keepsBots,
      afterId: LAST_ID,
      offset: OFFSET,
      limit: LIMIT,
    });
    if (!found.ok) return found;
    const { users, total, hasMore } = found.value;
    const next = hasMore ? OFFSET + LIMIT : undefined;
    return done(new Page(await presentUsers(work, users, caller.origin), total, next));
  },
});

/** Programs that read lists page by page send what `next` was as `start`. */
function startAtOffset(sent: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return isAbsent(sentAs('OFFSET', sent)) ? { ...sent, OFFSET: sentAs('START', sent) } : sent;
}
