import { z } from 'zod';
import { defineCommand } from '../../definition.ts';
import { app, applicationCalled, applicationSecrets, withSecrets } from '../../terms/application.ts';

export default defineCommand({
  summary: 'Shows an application with its secrets: whoever may read the control file owns the data.',
  body: z.strictObject({ app }),
  answer: applicationSecrets,
  run: (portal, { app }) =>
    portal.store.read(async (work) => {
      const application = await applicationCalled(work, portal.portalId, app);
      return withSecrets(portal, application, await work.applications.getSecret(application.id));
    }),
});
