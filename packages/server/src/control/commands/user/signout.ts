import { z } from 'zod';
import { endSessions } from '#domain/sign-in/end-sessions.ts';
import { signOutEverywhere } from '#domain/sign-in/sign-out-everywhere.ts';
import { defineCommand } from '../../definition.ts';
import { anyoneCalled, person } from '../../terms/names.ts';

export default defineCommand({
  pages: 'administrator',
  isAboutAs: true,
  summary: 'Ends all sessions of a person, or one: there they have to sign in again.',
  body: z.strictObject({
    as: person.describe('Whom: id, name, full name or e-mail address'),
    id: z.number().int().optional().describe('Only that session'),
  }),
  answer: z.strictObject({ id: z.number(), name: z.string() }),
  run: (portal, { as, id }) =>
    portal.store.write(async (work) => {
      const person = await anyoneCalled(work, portal.portalId, as);
      if (id === undefined) await signOutEverywhere(work, person);
      else await endSessions(work, person.id, { id });
      return { id: person.id, name: person.name };
    }),
});
