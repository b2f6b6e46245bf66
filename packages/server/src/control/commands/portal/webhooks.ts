import { z } from 'zod';
import { defineCommand } from '../../definition.ts';
import { changed, portalState, webhookMakers } from '../../terms/portal-state.ts';

export default defineCommand({
  pages: 'administrator',
  summary: 'Says who may have webhooks made; those that there are go on working.',
  body: z.strictObject({ webhookMakers }),
  answer: portalState,
  run: (portal, body) =>
    changed(portal, (work) => work.portals.updateWebhookMakers(portal.portalId, body.webhookMakers)),
});
