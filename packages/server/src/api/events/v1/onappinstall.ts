import { z } from 'zod';
import { defineApplicationEvent } from '#api/kernel/definition/event.ts';
import { BASIC_SCOPE } from '#api/kernel/definition/registry.ts';

export default defineApplicationEvent({
  name: 'ONAPPINSTALL',
  page: 'api-reference/common/events/on-app-install',
  scope: BASIC_SCOPE,
  on: 'applicationInstalled',
  grants: 'refresh',
  payload: z.object({
    VERSION: z.string(),
    ACTIVE: z.literal('Y'),
    INSTALLED: z.literal('Y'),
    LANGUAGE_ID: z.string(),
  }),
  async data({ event, portal }) {
    return { VERSION: event.version, ACTIVE: 'Y', INSTALLED: 'Y', LANGUAGE_ID: portal.language } as const;
  },
});
