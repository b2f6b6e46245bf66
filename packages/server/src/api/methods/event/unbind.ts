import { z } from 'zod';
import { applicationOf } from '#api/kernel/definition/api-caller.ts';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { field } from '#api/terms/basic/fields.ts';
import { eventNamed } from '#api/terms/event/names.ts';
import { eventWay } from '#api/terms/event/params.ts';
import { eventRow } from '#api/terms/event/rows.ts';
import { unsubscribe } from '#domain/subscription/unsubscribe.ts';
import { done, mapDone } from '#kit/outcome.ts';

export default defineMethod({
  name: 'event.unbind',
  summary: 'Ends what was begun with event.bind.',
  page: 'api-reference/events/event-unbind',
  scope: 'basic',
  forApplications: true,
  params: {
    event: field.requiredText('Name of the event'),
    handler: field.text('Where it was sent; needed unless it was kept', 2048),
    auth_type: field.idOrNobody('On whose behalf it was sent; 0 or empty: of whoever caused it; without it, any'),
    event_type: eventWay,
    auth_connector: field.text('Key of the queue in which it was kept; without it, the one that has none'),
  },
  errors: [
    eventRow.noEvent,
    eventRow.wrongWay,
    {
      code: 'ACCESS_DENIED',
      message: 'Access denied! Offline events unbinding requires administrator access rights',
      refused: 'offline_needs_admin',
    },
    {
      code: 'ACCESS_DENIED',
      message: 'Access denied! Event unbinding with AUTH_TYPE requires administrator access rights',
      refused: 'other_user_needs_admin',
    },
    eventRow.noHandler,
  ],
  result: z.object({ count: z.number().int() }),
  example: {
    params: { event: 'ONUSERADD', handler: 'https://www.my-domain.com/handler/' },
    result: { count: 1 },
  },
  async handle({ work, caller, params }) {
    const meant = eventNamed(params.event);
    if (!meant) return done({ count: 0 });
    const unsubscribed = await unsubscribe(work, applicationOf(caller), caller.user, {
      event: meant.on,
      address: params.handler || undefined,
      userId: params.auth_type,
      isOffline: params.event_type === 'offline',
      connector: params.auth_connector,
    });
    return mapDone(unsubscribed, (count) => ({ count }));
  },
});
