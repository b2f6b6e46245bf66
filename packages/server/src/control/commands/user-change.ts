import { z } from 'zod';
import { changeStanding, type StandingRefusal } from '#domain/user/change-standing.ts';
import { Complaint } from '#kit/complaint.ts';
import { defineControlCommand } from '../definition.ts';
import { anyoneCalled } from '../terms/names.ts';

const REFUSALS: Readonly<Record<StandingRefusal, string>> = {
  guest_as_admin: 'An extranet guest cannot be an administrator',
  last_admin: 'They are the last administrator: make somebody else one first',
};

/** A person's rights, and whether they are in the portal at all. */
export const userChangeCommand = defineControlCommand({
  name: 'user-change',
  body: z.object({ as: z.string(), isAdmin: z.boolean().optional(), isActive: z.boolean().optional() }),
  run: (portal, { as, isAdmin, isActive }) =>
    portal.store.write(async (work) => {
      const person = await anyoneCalled(work, portal.portalId, as);
      const changed = await changeStanding(work, person, {
        ...(isAdmin !== undefined && { isAdmin }),
        ...(isActive !== undefined && { isActive }),
      });
      if (!changed.ok) throw new Complaint(REFUSALS[changed.reason]);
      const { id, name, lastName, ...now } = changed.value;
      return { id, name, lastName, isAdmin: now.isAdmin, isExtranet: now.isExtranet, isActive: now.isActive };
    }),
});
