import { z } from 'zod';
import { defineApplicationEvent } from '#api/kernel/definition/event.ts';
import { BASIC_SCOPE } from '#api/kernel/definition/registry.ts';

export default defineApplicationEvent({
  name: 'ONOFFLINEEVENT',
  page: 'api-reference/events/on-offline-event',
  scope: BASIC_SCOPE,
  on: 'offlineChanged',
  grants: 'refresh',
  payload: z.object({}),
  // What has changed is fetched; this only says that there is something.
  data: async () => ({}),
});
