import { z } from 'zod';
import { defineControlCommand } from '../definition.ts';
import { shown } from '../terms/application.ts';

/** The applications that are registered here, oldest first. */
export const appListCommand = defineControlCommand({
  name: 'app-list',
  body: z.object({}),
  run: ({ store, portalId }) =>
    store.read(async (work) => ({ applications: (await work.applications.listLocal(portalId)).map(shown) })),
});
