import { z } from 'zod';
import { type AccountRefusal, changeAccount } from '#domain/user/change-account.ts';
import { defineCommand } from '../../definition.ts';
import { Refusal } from '../../refusal.ts';
import { anyoneCalled, person } from '../../terms/names.ts';

const REFUSALS: Readonly<Record<AccountRefusal, string>> = {
  guest_as_admin: 'An extranet guest cannot be an administrator',
  last_admin: 'They are the last administrator: make somebody else one first',
};

export default defineCommand({
  pages: 'administrator',
  isAboutAs: true,
  summary: "Changes a person's rights, and whether they are in the portal at all.",
  body: z.strictObject({
    as: person.describe('Whom: id, name, full name or e-mail address; those who were dismissed, too'),
    isAdmin: z.boolean().optional(),
    isActive: z.boolean().optional().describe('false: nothing lets them in any more, no session, webhook or token'),
  }),
  answer: z.strictObject({
    id: z.number(),
    name: z.string(),
    lastName: z.string(),
    isAdmin: z.boolean(),
    isExtranet: z.boolean(),
    isActive: z.boolean(),
  }),
  run: (portal, { as, isAdmin, isActive }) =>
    portal.store.write(async (work) => {
      const person = await anyoneCalled(work, portal.portalId, as);
      const changed = await changeAccount(work, person, {
        ...(isAdmin !== undefined && { isAdmin }),
        ...(isActive !== undefined && { isActive }),
      });
      if (!changed.ok) throw new Refusal(changed.reason, REFUSALS[changed.reason]);
      const { id, name, lastName, ...now } = changed.value;
      return { id, name, lastName, isAdmin: now.isAdmin, isExtranet: now.isExtranet, isActive: now.isActive };
    }),
});
