import { z } from 'zod';
import { presentUsers } from '#api/terms/user/present.ts';
import { userSchema } from '#api/terms/user/schema.ts';
import { findPeopleIn } from '#domain/chat/find-people-in.ts';
import { fullName } from '#domain/user/user.ts';
import { Complaint } from '#kit/complaint.ts';
import { defineCommand } from '../../definition.ts';
import { dialog, dialogCalled, person, personCalled } from '../../terms/names.ts';

export default defineCommand({
  summary: 'Finds people and bots in a chat, by name, for a person who may look into it.',
  pages: 'person',
  body: z.strictObject({
    as: person,
    dialogId: dialog,
    find: z.string().max(200).describe('Beginnings of words; empty: everybody').default(''),
    limit: z.number().int().min(1).max(100).default(30),
  }),
  answer: z.strictObject({ users: z.array(userSchema).describe('By id; addresses at the own origin') }),
  run: ({ store, portalId }, { as, dialogId, find, limit }) =>
    store.read(async (work) => {
      const asker = await personCalled(work, portalId, as);
      const found = await findPeopleIn(work, asker, await dialogCalled(work, asker, dialogId), { phrase: find, limit });
      if (!found.ok) throw new Complaint(`${fullName(asker)} has no chat "${dialogId}"`);
      return { users: await presentUsers(work, found.value, '') };
    }),
});
