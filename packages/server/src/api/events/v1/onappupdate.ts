import { z } from 'zod';
import { defineApplicationEvent } from '#api/kernel/definition/event.ts';
import { BASIC_SCOPE } from '#api/kernel/definition/registry.ts';

export default defineApplicationEvent({
  name: 'ONAPPUPDATE',
  page: 'api-reference/common/events/on-app-update',
  scope: BASIC_SCOPE,
  on: 'applicationUpdated',
  grants: 'refresh',
  payload: z.object({ VERSION: z.string(), PREVIOUS_VERSION: z.string(), LANGUAGE_ID: z.string() }),
  async data({ event, portal }) {
    return { VERSION: event.version, PREVIOUS_VERSION: event.previousVersion, LANGUAGE_ID: portal.language };
  },
});
