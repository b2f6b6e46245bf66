import { z } from 'zod';
import { registerApplication } from '#domain/application/register-application.ts';
import { Complaint } from '#kit/complaint.ts';
import { defineControlCommand } from '../definition.ts';
import {
  address,
  administratorCalled,
  CARD_REFUSALS,
  idsOf,
  people,
  scope,
  shown,
  title,
} from '../terms/application.ts';
import { knownScope } from '../terms/known-scope.ts';

/** A new application. Its secrets are in the answer; they are kept sealed and never in a log. */
export const appAddCommand = defineControlCommand({
  name: 'app-add',
  body: z.object({
    as: z.string().optional(),
    title,
    handler: address,
    install: address.default(''),
    scope: scope.optional(),
    isApiOnly: z.boolean().default(false),
    only: people.optional(),
  }),
  async run(portal, { as, title, handler, install, scope = portal.scopes.usual, isApiOnly, only }) {
    const { portalId } = portal;
    const known = knownScope(portal, scope);
    return portal.store.write(async (work) => {
      const registered = await registerApplication(work, await administratorCalled(work, portalId, as), {
        title,
        handlerUrl: handler,
        installUrl: install,
        isApiOnly,
        scope: known,
        allowedUserIds: only ? await idsOf(work, portalId, only) : null,
      });
      if (!registered.ok) throw new Complaint(CARD_REFUSALS[registered.reason]);
      const { application, clientSecret } = registered.value;
      return {
        ...shown(application),
        clientSecret,
        applicationToken: application.applicationToken,
        pageUrl: `${portal.url()}/apps/${application.id}/`,
      };
    });
  },
});
