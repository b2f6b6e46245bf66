import { z } from 'zod';
import { joinChat } from '#domain/chat/join-chat.ts';
import { fullName } from '#domain/user/user.ts';
import { Complaint } from '#kit/complaint.ts';
import { defineCommand } from '../../definition.ts';
import { person, personCalled } from '../../terms/names.ts';

export default defineCommand({
  summary: 'Makes a person a member of an open chat.',
  pages: 'person',
  body: z.strictObject({ as: person, chat: z.number().int() }),
  answer: z.strictObject({ chatId: z.number() }),
  run: ({ store, portalId }, { as, chat }) =>
    store.write(async (work) => {
      const joining = await personCalled(work, portalId, as);
      const joined = await joinChat(work, joining, chat);
      if (!joined.ok) throw new Complaint(`There is no open chat ${chat} that ${fullName(joining)} can join`);
      return { chatId: chat };
    }),
});
