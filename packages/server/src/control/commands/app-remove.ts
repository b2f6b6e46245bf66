import { z } from 'zod';
import { removeApplication } from '#domain/application/remove-application.ts';
import { defineControlCommand } from '../definition.ts';
import { administratorCalled, applicationCalled, shown } from '../terms/application.ts';

/** Takes an application out, with its bots and their commands. */
export const appRemoveCommand = defineControlCommand({
  name: 'app-remove',
  body: z.object({ as: z.string().optional(), app: z.string() }),
  run: ({ store, portalId }, { as, app }) =>
    store.write(async (work) => {
      const application = await applicationCalled(work, portalId, app);
      await removeApplication(work, application, await administratorCalled(work, portalId, as));
      return shown(application);
    }),
});
