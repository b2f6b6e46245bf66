import { z } from 'zod';
import { issueInvitation } from '#domain/sign-in/issue-invitation.ts';
import { defineCommand } from '../../definition.ts';
import { invitationPath } from '../../terms/invitation-path.ts';
import { person, personCalled } from '../../terms/names.ts';

export default defineCommand({
  pages: 'administrator',
  isAboutAs: true,
  summary: 'Makes a new invitation link of a person; the one they had before works no more.',
  body: z.strictObject({ as: person }),
  answer: z.strictObject({
    id: z.number(),
    name: z.string(),
    invitationUrl: z.string().describe('Works once, for 7 days'),
  }),
  run: (portal, { as }) =>
    portal.store.write(async (work) => {
      const person = await personCalled(work, portal.portalId, as);
      const invitationUrl = portal.pagesUrl() + invitationPath(await issueInvitation(work, person));
      return { id: person.id, name: person.name, invitationUrl };
    }),
});
