import { z } from 'zod';
import { applicationOf } from '#api/kernel/definition/api-caller.ts';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { eventName } from '#api/terms/event/names.ts';
import { listSubscriptions } from '#domain/subscription/list-subscriptions.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'event.get',
  summary: 'Lists what the application hears of; to those who are no administrators, what it hears in their name.',
  page: 'api-reference/events/event-get',
  scope: 'basic',
  forApplications: true,
  reads: true,
  params: {},
  errors: [],
  result: z.array(
    z.union([
      z.object({ event: z.string(), handler: z.string(), auth_type: z.string(), offline: z.literal(0) }),
      z.object({ event: z.string(), connector_id: z.string(), offline: z.literal(1) }),
    ]),
  ),
  example: {
    params: {},
    result: [{ event: 'ONUSERADD', handler: 'https://www.my-domain.com/handler/', auth_type: '0', offline: 0 }],
  },
  async handle({ work, caller }) {
    const subscriptions = await listSubscriptions(work, applicationOf(caller), caller.user);
    return done(
      subscriptions.map(({ event, address, userId, isOffline, connector }) =>
        isOffline
          ? { event: eventName(event), connector_id: connector, offline: 1 as const }
          : { event: eventName(event), handler: address, auth_type: String(userId), offline: 0 as const },
      ),
    );
  },
});
