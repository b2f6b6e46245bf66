import { z } from 'zod';
import { changeApplication } from '#domain/application/change-application.ts';
import { Complaint } from '#kit/complaint.ts';
import { defineControlCommand } from '../definition.ts';
import {
  address,
  administratorCalled,
  applicationCalled,
  CARD_REFUSALS,
  idsOf,
  people,
  scope,
  shown,
  title,
} from '../terms/application.ts';
import { knownScope } from '../terms/known-scope.ts';

/** The next version of an application: what is left out stays as it is. */
export const appChangeCommand = defineControlCommand({
  name: 'app-change',
  body: z.object({
    as: z.string().optional(),
    app: z.string(),
    title: title.optional(),
    handler: address.optional(),
    install: address.optional(),
    scope: scope.optional(),
    /** null: everybody may use it. */
    only: people.nullish(),
  }),
  async run(portal, { as, app, title, handler, install, scope, only }) {
    const { portalId } = portal;
    return portal.store.write(async (work) => {
      const changed = await changeApplication(
        work,
        await applicationCalled(work, portalId, app),
        {
          ...(title !== undefined && { title }),
          ...(handler !== undefined && { handlerUrl: handler }),
          ...(install !== undefined && { installUrl: install }),
          ...(scope && { scope: knownScope(portal, scope) }),
          ...(only !== undefined && { allowedUserIds: only && (await idsOf(work, portalId, only)) }),
        },
        await administratorCalled(work, portalId, as),
      );
      if (!changed.ok) throw new Complaint(CARD_REFUSALS[changed.reason]);
      return shown(changed.value);
    });
  },
});
