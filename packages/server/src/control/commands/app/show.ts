import { z } from 'zod';
import type { Placement } from '#domain/placement/placement.ts';
import { fullName } from '#domain/user/user.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import { defineCommand } from '../../definition.ts';
import { app, applicationCalled, applicationSecrets, placement, withSecrets } from '../../terms/application.ts';

export default defineCommand({
  pages: 'administrator',
  summary: 'Shows an application with its secrets: whoever may read the control file owns the data.',
  body: z.strictObject({ app }),
  answer: applicationSecrets.extend({
    placements: z.array(placement).describe('Where it is opened in the portal, in the order it was bound'),
  }),
  run: (portal, { app }) =>
    portal.store.read(async (work) => {
      const application = await applicationCalled(work, portal.portalId, app);
      const secret = await work.applications.getSecret(application.id);
      const placements = await work.placements.listOfApplication(application.id);
      return { ...withSecrets(portal, application, secret), placements: await describe(work, placements) };
    }),
});

async function describe(work: Reading, placements: readonly Placement[]) {
  const people = await work.users.findUsers([...new Set(placements.map(({ userId }) => userId))]);
  const names = new Map(people.map((person) => [person.id, fullName(person)]));
  return placements.map(({ place, title, handler, userId, groupName, options }) => ({
    place,
    title,
    handler,
    person: userId === 0 ? null : (names.get(userId) ?? ''),
    groupName,
    options,
  }));
}
