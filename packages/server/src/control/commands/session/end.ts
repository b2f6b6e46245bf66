import { z } from 'zod';
import { endSessions } from '#domain/sign-in/end-sessions.ts';
import { defineCommand } from '../../definition.ts';
import { person, personCalled } from '../../terms/names.ts';

export default defineCommand({
  pages: 'person',
  summary: 'Signs a person out of one browser, or of all but one.',
  body: z.strictObject({
    as: person,
    id: z.number().int().optional().describe('That session'),
    except: z.number().int().optional().describe('All but that session; without both, all of them'),
  }),
  answer: z.strictObject({ ended: z.number().describe('How many sessions they were') }),
  run: ({ store, portalId }, { as, id, except }) =>
    store.write(async (work) => ({
      ended: await endSessions(work, (await personCalled(work, portalId, as)).id, { id, except }),
    })),
});
