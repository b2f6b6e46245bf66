import { z } from 'zod';
import { presentUsers } from '#api/terms/user/present.ts';
import { userSchema } from '#api/terms/user/schema.ts';
import { peopleToWriteTo } from '#domain/user/people-to-write-to.ts';
import { defineCommand } from '../../definition.ts';
import { person, personCalled } from '../../terms/names.ts';

export default defineCommand({
  summary: 'Finds people and bots that a person can write to, by name.',
  pages: 'person',
  body: z.strictObject({
    as: person,
    find: z.string().max(200).describe('Beginnings of words; empty: everybody').default(''),
    limit: z.number().int().min(1).max(100).default(30),
  }),
  answer: z.strictObject({ users: z.array(userSchema).describe('Addresses at the own origin') }),
  run: ({ store, portalId }, { as, find, limit }) =>
    store.read(async (work) => {
      const asker = await personCalled(work, portalId, as);
      return { users: await presentUsers(work, await peopleToWriteTo(work, asker, find, limit), '') };
    }),
});
