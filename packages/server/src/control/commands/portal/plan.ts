import { z } from 'zod';
import { defineCommand } from '../../definition.ts';
import { changed, plan, portalState } from '../../terms/portal-state.ts';

export default defineCommand({
  pages: 'administrator',
  summary: 'Puts the portal on a plan. On the free one programs are refused with 401 ACCESS_DENIED.',
  body: z.strictObject({ plan }),
  answer: portalState,
  run: (portal, body) => changed(portal, (work) => work.portals.updatePlan(portal.portalId, body.plan)),
});
