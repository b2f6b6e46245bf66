import { z } from 'zod';
import { defineCommand } from '../../definition.ts';
import { application, shown } from '../../terms/application.ts';

export default defineCommand({
  pages: 'administrator',
  summary: 'Lists the applications that are registered here, oldest first.',
  body: z.strictObject({}),
  answer: z.strictObject({ applications: z.array(application) }),
  run: ({ store, portalId }) =>
    store.read(async (work) => ({ applications: (await work.applications.listLocal(portalId)).map(shown) })),
});
