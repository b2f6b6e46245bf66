import { z } from 'zod';
import { VERSION } from '#kit/version.ts';
import { portalStatus } from '#storage/portal-status.ts';
import { defineControlCommand } from '../definition.ts';

/** How the portal is doing. */
export const statusCommand = defineControlCommand({
  name: 'status',
  body: z.object({}),
  async run({ store, clock, portalId, startedAt, url }) {
    const status = await store.readWith((session) => portalStatus(session, portalId, clock.now()));
    return { version: VERSION, url: url(), uptimeMs: Math.round(clock.monotonic() - startedAt), ...status };
  },
});
