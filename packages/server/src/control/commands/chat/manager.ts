import { z } from 'zod';
import { changeManager } from '#domain/chat/change-manager.ts';
import { Complaint } from '#kit/complaint.ts';
import { defineCommand } from '../../definition.ts';
import { person, personCalled } from '../../terms/names.ts';

export default defineCommand({
  summary: 'Lets a member manage a group that the person owns, or takes that back.',
  pages: 'person',
  body: z.strictObject({ as: person, chat: z.number().int(), user: z.number().int(), isManager: z.boolean() }),
  answer: z.strictObject({ chatId: z.number(), userId: z.number(), isManager: z.boolean() }),
  run: ({ store, portalId }, { as, chat, user, isManager }) =>
    store.write(async (work) => {
      const owner = await personCalled(work, portalId, as);
      const changed = await changeManager(work, owner, chat, { userId: user, isManager });
      if (!changed.ok) throw new Complaint('Only the owner of a group says who manages it, and only of its members');
      return { chatId: chat, userId: user, isManager };
    }),
});
