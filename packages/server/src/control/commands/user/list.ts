import { z } from 'zod';
import { defineCommand } from '../../definition.ts';

export default defineCommand({
  pages: 'administrator',
  summary: 'Lists the people of the portal, by id.',
  body: z.strictObject({ withDismissed: z.boolean().describe('Those who were dismissed, too').default(false) }),
  answer: z.strictObject({
    people: z.array(
      z.strictObject({
        id: z.number(),
        name: z.string(),
        lastName: z.string(),
        email: z.string(),
        isAdmin: z.boolean(),
        isExtranet: z.boolean().describe('An outside guest, who sees only the chats they are in'),
        isActive: z.boolean().describe('false: they were dismissed'),
      }),
    ),
  }),
  run: ({ store, portalId }, { withDismissed }) =>
    store.read(async (work) => ({
      people: (await work.users.listPeople(portalId))
        .filter(({ isActive }) => isActive || withDismissed)
        .map(({ id, name, lastName, email, isAdmin, isExtranet, isActive }) => ({
          id,
          name,
          lastName,
          email,
          isAdmin,
          isExtranet,
          isActive,
        })),
    })),
});
