import { z } from 'zod';
import { defineCommand } from '../../definition.ts';
import { changed, portalState } from '../../terms/portal-state.ts';

export default defineCommand({
  pages: 'administrator',
  summary: 'Opens the public part of the portal again.',
  body: z.strictObject({}),
  answer: portalState,
  run: (portal) => changed(portal, (work) => work.portals.updateClosed(portal.portalId, false)),
});
