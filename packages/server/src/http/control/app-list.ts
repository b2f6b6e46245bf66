import { z } from 'zod';
import { shown } from './application.ts';
import { defineControlCommand } from './command.ts';

/** The applications that are registered here, oldest first. */
export const appListCommand = defineControlCommand({
  name: 'app-list',
  body: z.object({}),
  run: ({ store, portalId }) =>
    store.read(async (work) => ({ applications: (await work.applications.localApplications(portalId)).map(shown) })),
});
