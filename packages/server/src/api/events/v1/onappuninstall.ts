import { z } from 'zod';
import { defineApplicationEvent } from '#api/kernel/definition/event.ts';
import { BASIC_SCOPE } from '#api/kernel/definition/registry.ts';

export default defineApplicationEvent({
  name: 'ONAPPUNINSTALL',
  page: 'api-reference/common/events/on-app-uninstall',
  scope: BASIC_SCOPE,
  on: 'applicationRemoved',
  grants: 'nothing',
  payload: z.object({ LANGUAGE_ID: z.string(), CLEAN: z.literal([0, 1]).describe('1: what it kept is gone, too') }),
  async data({ event, portal }) {
    return { LANGUAGE_ID: portal.language, CLEAN: event.isClean ? 1 : 0 } as const;
  },
});
