import { z } from 'zod';
import { PLANS, WEBHOOK_MAKERS } from '#domain/portal.ts';
import type { Reading, UnitOfWork } from '#storage/unit-of-work.ts';
import type { ControlledPortal } from '../controlled-portal.ts';

/*
 * What the commands about the state of the portal have in common.
 */

export const plan = z.enum(PLANS).describe('free: programs are refused with ACCESS_DENIED');

export const webhookMakers = z.enum(WEBHOOK_MAKERS).describe('Who may have webhooks made');

export const portalState = z.strictObject({
  isClosed: z.boolean().describe('Programs are refused with PORTAL_DELETED'),
  plan,
  webhookMakers,
});

type PortalState = z.infer<typeof portalState>;

/** How the portal is. */
export function stateOf({ store, portalId }: ControlledPortal): Promise<PortalState> {
  return store.read((work) => find(work, portalId));
}

/** Changes the portal, and answers with how it is then. */
export function changed(
  { store, portalId }: ControlledPortal,
  change: (work: UnitOfWork) => Promise<void>,
): Promise<PortalState> {
  return store.write(async (work) => {
    await change(work);
    return find(work, portalId);
  });
}

async function find(work: Reading, portalId: number): Promise<PortalState> {
  const portal = await work.portals.findPortal(portalId);
  if (!portal) throw new Error('The portal has gone');
  return { isClosed: portal.isClosed, plan: portal.plan, webhookMakers: portal.webhookMakers };
}
