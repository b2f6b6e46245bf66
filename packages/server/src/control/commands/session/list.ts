import { z } from 'zod';
import { defineCommand } from '../../definition.ts';
import { person, personCalled } from '../../terms/names.ts';
import { listedSession, listSessions } from '../../terms/session.ts';

export default defineCommand({
  pages: 'person',
  summary: 'Lists the browsers in which a person is signed in.',
  body: z.strictObject({ as: person }),
  answer: z.strictObject({ sessions: z.array(listedSession).describe('The one last used first') }),
  run: ({ store, portalId }, { as }) =>
    store.read(async (work) => ({
      sessions: await listSessions(work, (await personCalled(work, portalId, as)).id),
    })),
});
