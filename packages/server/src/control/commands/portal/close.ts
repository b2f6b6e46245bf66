import { z } from 'zod';
import { defineCommand } from '../../definition.ts';
import { changed, portalState } from '../../terms/portal-state.ts';

export default defineCommand({
  pages: 'administrator',
  summary: 'Closes the public part of the portal: programs are refused with 403 PORTAL_DELETED until it is opened.',
  body: z.strictObject({}),
  answer: portalState,
  run: (portal) => changed(portal, (work) => work.portals.updateClosed(portal.portalId, true)),
});
