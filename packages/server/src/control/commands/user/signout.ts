import { z } from 'zod';
import { signOutEverywhere } from '#domain/sign-in/sign-out-everywhere.ts';
import { defineCommand } from '../../definition.ts';
import { anyoneCalled, person } from '../../terms/names.ts';

export default defineCommand({
  pages: 'administrator',
  isAboutAs: true,
  summary: 'Ends all sessions of a person: in every browser they have to sign in again.',
  body: z.strictObject({ as: person.describe('Whom: id, name, full name or e-mail address') }),
  answer: z.strictObject({ id: z.number(), name: z.string() }),
  run: (portal, { as }) =>
    portal.store.write(async (work) => {
      const person = await anyoneCalled(work, portal.portalId, as);
      await signOutEverywhere(work, person.id);
      return { id: person.id, name: person.name };
    }),
});
