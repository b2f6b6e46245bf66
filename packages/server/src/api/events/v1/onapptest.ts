import { z } from 'zod';
import { defineApplicationEvent } from '#api/kernel/definition/event.ts';
import { BASIC_SCOPE } from '#api/kernel/definition/registry.ts';

export default defineApplicationEvent({
  name: 'ONAPPTEST',
  page: 'api-reference/events/test-handler',
  scope: BASIC_SCOPE,
  on: 'testCalled',
  grants: 'access',
  payload: z.object({
    QUERY: z.record(z.string(), z.unknown()).describe('What was sent along'),
    LANGUAGE_ID: z.string(),
  }),
  async data({ event, portal }) {
    return { QUERY: event.query, LANGUAGE_ID: portal.language };
  },
});
