import { z } from 'zod';
import { applicationOf } from '#api/kernel/definition/api-caller.ts';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { field } from '#api/terms/basic/fields.ts';
import { permittedEvent } from '#api/terms/event/access.ts';
import { eventWay } from '#api/terms/event/params.ts';
import { eventRow } from '#api/terms/event/rows.ts';
import { subscribe } from '#domain/subscription/subscribe.ts';

export default defineMethod({
  name: 'event.bind',
  summary: 'Makes the application hear of an event at an address, or keep it until the application fetches it.',
  page: 'api-reference/events/event-bind',
  scope: 'basic',
  forApplications: true,
  params: {
    event: field.requiredText('Name of the event'),
    handler: field.text('Where it is sent; needed unless it is kept', 2048),
    auth_type: field.maybeId('user', 'On whose behalf it is sent; 0: of whoever causes it'),
    event_type: eventWay,
    auth_connector: field.text('Key of the queue in which it is kept'),
    'options.minTimeout': field.seconds('ONOFFLINEEVENT: least seconds between two', { fallback: 1, most: 86_400 }),
  },
  load: { found: ({ event }) => permittedEvent(event) },
  errors: [
    eventRow.noEvent,
    eventRow.wrongWay,
    { code: 'ERROR_EVENT_NOT_FOUND', message: 'Event not found', refused: 'event_not_found' },
    {
      code: 'ACCESS_DENIED',
      message: 'Access denied! Offline events binding requires administrator access rights',
      refused: 'offline_needs_admin',
    },
    {
      code: 'ACCESS_DENIED',
      message: 'Access denied! Event binding with AUTH_TYPE requires administrator access rights',
      refused: 'other_user_needs_admin',
    },
    eventRow.neverKept,
    eventRow.noHandler,
    eventRow.unsupportedProtocol,
    eventRow.wrongAddress,
    eventRow.alreadyBound,
    eventRow.userUnknown,
    eventRow.tooMany,
  ],
  result: z.literal(true),
  example: { params: { event: 'ONUSERADD', handler: 'https://www.my-domain.com/handler/' }, result: true },
  handle: ({ work, caller, params, found }) =>
    subscribe(work, applicationOf(caller), caller.user, {
      event: found.on,
      address: params.handler,
      userId: params.auth_type,
      isOffline: params.event_type === 'offline',
      connector: params.auth_connector,
      minTimeout: params['options.minTimeout'],
    }),
});
