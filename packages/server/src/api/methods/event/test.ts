import { z } from 'zod';
import { applicationOf } from '#api/kernel/definition/api-caller.ts';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { field } from '#api/terms/basic/fields.ts';
import { recordApplicationEvent } from '#domain/record-event.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'event.test',
  summary: 'Sends ONAPPTEST, with whatever is sent along, to the handlers that the application bound to it.',
  page: 'api-reference/events/test-handler',
  scope: 'basic',
  forApplications: true,
  prepare: ({ auth, ...any }) => ({ '{any}': any }),
  params: { '{any}': field.map('Whatever the handler is to get') },
  errors: [],
  result: z.literal(1),
  example: { params: { any: 'data' }, result: 1 },
  async handle({ work, caller, params }) {
    const { user } = caller;
    const event = { type: 'testCalled', userId: user.id, query: params['{any}'] } as const;
    await recordApplicationEvent(work, applicationOf(caller), event);
    return done(1);
  },
});
