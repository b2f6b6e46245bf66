import { z } from 'zod';
import { registerApplication } from '#domain/application/register-application.ts';
import { defineCommand } from '../../definition.ts';
import { Refusal } from '../../refusal.ts';
import {
  address,
  administrator,
  administratorCalled,
  applicationSecrets,
  CARD_REFUSALS,
  idsOf,
  people,
  title,
  withSecrets,
} from '../../terms/application.ts';
import { checkForeignName } from '../../terms/foreign-name.ts';
import { knownScope, scope } from '../../terms/known-scope.ts';

export default defineCommand({
  pages: 'administrator',
  summary: 'Registers an application. Its secrets are in the answer; they are kept sealed and never in a log.',
  body: z.strictObject({
    as: administrator.optional(),
    title,
    handler: address.describe('Its page, or where it hears of events'),
    install: address.describe('What is opened, or told, when it is installed; empty: the handler').default(''),
    scope: scope.optional().describe('What it may do; the usual permissions unless it is said'),
    isApiOnly: z.boolean().describe('It has no pages: it is installed at once').default(false),
    only: people.optional().describe('Who may use it; everybody unless it is said'),
  }),
  answer: applicationSecrets,
  async run(portal, { as, title, handler, install, scope = portal.scopes.usual, isApiOnly, only }) {
    const { portalId } = portal;
    const known = knownScope(portal, scope);
    checkForeignName(portal, handler, install);
    return portal.store.write(async (work) => {
      const registered = await registerApplication(work, await administratorCalled(work, portalId, as), {
        title,
        handlerUrl: handler,
        installUrl: install,
        isApiOnly,
        scope: known,
        allowedUserIds: only ? await idsOf(work, portalId, only) : null,
      });
      if (!registered.ok) throw new Refusal(registered.reason, CARD_REFUSALS[registered.reason]);
      return withSecrets(portal, registered.value.application, registered.value.clientSecret);
    });
  },
});
