import { z } from 'zod';
import { defineControlCommand } from '../definition.ts';
import { applicationCalled, shown } from '../terms/application.ts';

/** One application with its secrets: whoever may read the control file owns the data. */
export const appShowCommand = defineControlCommand({
  name: 'app-show',
  body: z.object({ app: z.string() }),
  run: ({ store, portalId, url }, { app }) =>
    store.read(async (work) => {
      const application = await applicationCalled(work, portalId, app);
      return {
        ...shown(application),
        clientSecret: await work.applications.getSecret(application.id),
        applicationToken: application.applicationToken,
        pageUrl: `${url()}/apps/${application.id}/`,
      };
    }),
});
