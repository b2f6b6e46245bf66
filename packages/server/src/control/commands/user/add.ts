import { z } from 'zod';
import { issueInvitation } from '#domain/sign-in/issue-invitation.ts';
import { type AddPersonRefusal, addPerson } from '#domain/user/add-person.ts';
import { fullName } from '#domain/user/user.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import { defineCommand } from '../../definition.ts';
import { Unconfirmed } from '../../problem.ts';
import { Refusal } from '../../refusal.ts';
import { invitationPath } from '../../terms/invitation-path.ts';

const REFUSALS: Readonly<Record<AddPersonRefusal, string>> = {
  name_missing: 'A person needs a name',
  email_taken: 'Somebody here has that e-mail address already',
  guest_as_admin: 'An extranet guest cannot be an administrator: leave one of the two out',
};

const name = z.string().max(100);

export default defineCommand({
  pages: 'administrator',
  summary: 'Adds a person to the portal, and makes the link by which they come in.',
  body: z.strictObject({
    name,
    lastName: name.default(''),
    email: z.union([z.literal(''), z.email('this is no e-mail address')]).default(''),
    isAdmin: z.boolean().default(false),
    isExtranet: z.boolean().describe('An outside guest, who sees only the chats they are in').default(false),
    isConfirmed: z.boolean().describe('Although somebody here has that name already').default(false),
  }),
  answer: z.strictObject({
    id: z.number(),
    name: z.string(),
    lastName: z.string(),
    email: z.string(),
    isAdmin: z.boolean(),
    isExtranet: z.boolean(),
    invitationUrl: z.string().describe('Works once, for 7 days'),
  }),
  run: (portal, { isConfirmed, ...draft }) =>
    portal.store.write(async (work) => {
      if (!isConfirmed) await askAboutNamesake(work, portal.portalId, draft);
      const added = await addPerson(work, portal.portalId, draft);
      if (!added.ok) throw new Refusal(added.reason, REFUSALS[added.reason]);
      const { id, lastName, email, isAdmin, isExtranet } = added.value;
      const invitationUrl = portal.pagesUrl() + invitationPath(await issueInvitation(work, added.value));
      return { id, name: added.value.name, lastName, email, isAdmin, isExtranet, invitationUrl };
    }),
});

/** Commands take people by name: a second one of that name has to be meant. */
async function askAboutNamesake(
  work: Reading,
  portalId: number,
  draft: { readonly name: string; readonly lastName: string },
): Promise<void> {
  const wanted = fullName({ name: draft.name.trim(), lastName: draft.lastName.trim() }).toLowerCase();
  const same = (await work.users.listPeople(portalId)).find(
    (one) => one.isActive && fullName(one).toLowerCase() === wanted,
  );
  if (same) throw new Unconfirmed(`Somebody called ${fullName(same)} is here already (id ${same.id})`);
}
