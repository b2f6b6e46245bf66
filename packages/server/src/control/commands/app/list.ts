import { z } from 'zod';
import { defineCommand } from '../../definition.ts';
import { application, shown } from '../../terms/application.ts';
import { scopes, shownScopes } from '../../terms/known-scope.ts';

export default defineCommand({
  pages: 'administrator',
  summary: 'Lists the applications that are registered here, oldest first.',
  body: z.strictObject({}),
  answer: z.strictObject({ applications: z.array(application), scopes }),
  run: (portal) =>
    portal.store.read(async (work) => ({
      applications: (await work.applications.listLocal(portal.portalId)).map(shown),
      scopes: shownScopes(portal),
    })),
});
