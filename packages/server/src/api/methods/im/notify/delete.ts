import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { UNFINISHED } from '#api/kernel/definition/unfinished.ts';
import { clientId } from '#api/terms/application/ids.ts';
import { callerRow } from '#api/terms/application/rows.ts';
import { field } from '#api/terms/basic/fields.ts';
import { namesNotification, sender } from '#api/terms/notification/access.ts';
import { deleteNotification, deleteTagged } from '#domain/notification/delete-notifications.ts';
import { done } from '#kit/outcome.ts';

/** Notifications that one unit takes away. */
const AT_ONCE = 200;

export default defineMethod({
  name: 'im.notify.delete',
  summary: 'Takes a notification away, or those that the application sent under a tag.',
  page: 'api-reference/chats/notifications/im-notify-delete',
  scope: 'im',
  params: {
    ID: field.maybeId('notification', 'Id of the notification; goes before the tags'),
    TAG: field.optionalText('The tag that they were sent with; goes before SUB_TAG'),
    SUB_TAG: field.optionalText('The second tag that they were sent with'),
    CLIENT_ID: clientId,
  },
  guards: [({ ID, TAG, SUB_TAG }) => namesNotification(ID, TAG ?? SUB_TAG)],
  load: { application: ({ ID }) => sender(ID) },
  errors: [{ code: 'PARAMS_ERROR', message: 'Incorrect params', refused: 'nothing_named' }, callerRow.noClientId],
  result: z.boolean().describe('false: there was nothing that the caller may take away'),
  example: { params: { ID: 101 }, result: true },
  async handle({ work, caller, application, params: { ID, TAG, SUB_TAG } }) {
    if (ID) return done(await deleteNotification(work, caller.user, application, ID));
    if (!application) return done(false);
    const [kind, name = ''] = TAG === undefined ? (['subTag', SUB_TAG] as const) : (['tag', TAG] as const);
    const gone = await deleteTagged(work, application, kind, name, AT_ONCE);
    return done(gone === 'some' ? UNFINISHED : gone === 'all');
  },
});
