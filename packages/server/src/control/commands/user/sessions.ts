import { z } from 'zod';
import { defineCommand } from '../../definition.ts';
import { anyoneCalled, person } from '../../terms/names.ts';
import { listedSession, listSessions } from '../../terms/session.ts';

export default defineCommand({
  pages: 'administrator',
  isAboutAs: true,
  summary: 'Lists the browsers in which a person is signed in, for those who run the portal.',
  body: z.strictObject({ as: person.describe('Whose: id, name, full name or e-mail address') }),
  answer: z.strictObject({ sessions: z.array(listedSession).describe('The one last used first') }),
  run: ({ store, portalId }, { as }) =>
    store.read(async (work) => ({
      sessions: await listSessions(work, (await anyoneCalled(work, portalId, as)).id),
    })),
});
