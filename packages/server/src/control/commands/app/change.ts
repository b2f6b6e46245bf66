import { z } from 'zod';
import { changeApplication } from '#domain/application/change-application.ts';
import { defineCommand } from '../../definition.ts';
import { Refusal } from '../../refusal.ts';
import {
  address,
  administrator,
  administratorCalled,
  app,
  application,
  applicationCalled,
  CARD_REFUSALS,
  idsOf,
  people,
  shown,
  title,
} from '../../terms/application.ts';
import { checkForeignName } from '../../terms/foreign-name.ts';
import { knownScope, scope } from '../../terms/known-scope.ts';

export default defineCommand({
  pages: 'administrator',
  summary: 'Makes the next version of an application: what is left out stays as it is.',
  body: z.strictObject({
    as: administrator.optional(),
    app,
    title: title.optional(),
    handler: address.optional().describe('Its page, or where it hears of events'),
    install: address.optional().describe('What is opened, or told, when it is installed'),
    scope: scope.optional().describe('What it may do'),
    only: people.nullish().describe('Who may use it; null: everybody'),
  }),
  answer: application,
  async run(portal, { as, app, title, handler, install, scope, only }) {
    const { portalId } = portal;
    checkForeignName(portal, handler, install);
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
      if (!changed.ok) throw new Refusal(changed.reason, CARD_REFUSALS[changed.reason]);
      return shown(changed.value);
    });
  },
});
