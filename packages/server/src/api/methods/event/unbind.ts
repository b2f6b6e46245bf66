import { z } from 'zod';
import { applicationOf, defineMethod } from '#api/kernel/definition/method.ts';
import { field } from '#api/terms/basic/fields.ts';
import { eventNamed } from '#api/terms/event/names.ts';
import { unsubscribe } from '#domain/subscription/unsubscribe.ts';
import { done, mapDone } from '#kit/outcome.ts';

export default defineMethod({
  name: 'event.unbind',
  summary: 'Ends what was begun with event.bind.',
  page: 'api-reference/events/event-unbind',
  scope: 'basic',
  forApplications: true,
  params: {
    event: field.text('Name of the event; without it, any'),
    handler: field.text('Where it was sent; without it, any', 2048),
    auth_type: field.idOrNobody('On whose behalf it was sent; 0 or empty: of whoever caused it; without it, any'),
    event_type: field.choice(
      'online: those that are sent; offline: those that are kept',
      ['online', 'offline'],
      'online',
    ),
  },
  errors: [
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
  ],
  result: z.object({ count: z.number().int() }),
  example: {
    params: { event: 'ONUSERADD', handler: 'https://www.my-domain.com/handler/' },
    result: { count: 1 },
  },
  async handle({ work, caller, params }) {
    const meant = params.event === '' ? undefined : eventNamed(params.event);
    if (params.event !== '' && !meant) return done({ count: 0 });
    const unsubscribed = await unsubscribe(work, applicationOf(caller), caller.user, {
      event: meant?.on,
      address: params.handler || undefined,
      userId: params.auth_type,
      isOffline: params.event_type === 'offline',
    });
    return mapDone(unsubscribed, (count) => ({ count }));
  },
});
