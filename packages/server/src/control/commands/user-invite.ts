import { z } from 'zod';
import { issueInvitation } from '#domain/sign-in/issue-invitation.ts';
import { defineControlCommand } from '../definition.ts';
import { invitationPath } from '../terms/invitation-path.ts';
import { personCalled } from '../terms/names.ts';

/** A new invitation link of a person; the one they had before is good no more. */
export const userInviteCommand = defineControlCommand({
  name: 'user-invite',
  body: z.object({ as: z.string() }),
  run: (portal, { as }) =>
    portal.store.write(async (work) => {
      const person = await personCalled(work, portal.portalId, as);
      const invitationUrl = portal.url() + invitationPath(await issueInvitation(work, person));
      return { id: person.id, name: person.name, invitationUrl };
    }),
});
