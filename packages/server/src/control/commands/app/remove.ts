import { z } from 'zod';
import { removeApplication } from '#domain/application/remove-application.ts';
import { defineCommand } from '../../definition.ts';
import {
  administrator,
  administratorCalled,
  app,
  application,
  applicationCalled,
  shown,
} from '../../terms/application.ts';

export default defineCommand({
  pages: 'administrator',
  summary: 'Takes an application out, with its bots and their commands, and answers with what it was.',
  body: z.strictObject({ as: administrator.optional(), app }),
  answer: application,
  run: ({ store, portalId }, { as, app }) =>
    store.write(async (work) => {
      const application = await applicationCalled(work, portalId, app);
      await removeApplication(work, application, await administratorCalled(work, portalId, as));
      return shown(application);
    }),
});
