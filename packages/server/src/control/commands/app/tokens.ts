import { z } from 'zod';
import { changeTokenLife } from '#domain/application/change-token-life.ts';
import { ACCESS_LIFETIME, SHORTEST_LIFETIME } from '#domain/oauth/token.ts';
import { defineCommand } from '../../definition.ts';
import { app, application, applicationCalled, shown } from '../../terms/application.ts';

export default defineCommand({
  pages: 'administrator',
  summary: 'Says how long the access tokens of an application live from now on: short, to see it renew them.',
  body: z.strictObject({
    app,
    seconds: z.number().int().min(SHORTEST_LIFETIME).max(ACCESS_LIFETIME).default(ACCESS_LIFETIME),
  }),
  answer: application,
  run: ({ store, portalId }, { app, seconds }) =>
    store.write(async (work) =>
      shown(await changeTokenLife(work, await applicationCalled(work, portalId, app), seconds)),
    ),
});
