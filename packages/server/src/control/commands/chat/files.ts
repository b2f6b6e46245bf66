import { z } from 'zod';
import { presentFiles } from '#api/terms/file/present.ts';
import { fileSchema } from '#api/terms/file/schema.ts';
import { accessDialog } from '#domain/chat/access-chat.ts';
import { fullFiles } from '#domain/file/list-files.ts';
import { fullName } from '#domain/user/user.ts';
import { Complaint } from '#kit/complaint.ts';
import { defineCommand } from '../../definition.ts';
import { dialog, dialogCalled, person, personCalled } from '../../terms/names.ts';

export default defineCommand({
  summary: 'Lists the files that were sent to a chat and that a person can see, the newest first.',
  pages: 'person',
  body: z.strictObject({
    as: person,
    chat: dialog,
    before: z.number().int().describe('Only files with smaller ids').default(Number.MAX_SAFE_INTEGER),
    limit: z.number().int().min(1).max(100).default(30),
  }),
  answer: z.strictObject({ files: z.array(fileSchema), hasMore: z.boolean() }),
  run: ({ store, portalId }, { as, chat: name, before, limit }) =>
    store.read(async (work) => {
      const asker = await personCalled(work, portalId, as);
      const called = await dialogCalled(work, asker, name);
      const view = await accessDialog(work, asker, called);
      // Two people who have not written to each other yet have sent no files either.
      if (!view.ok && called.kind === 'user') return { files: [], hasMore: false };
      if (!view.ok) throw new Complaint(`${fullName(asker)} has no chat "${name}"`);
      const { chat, member } = view.value;
      const historyAfter = member?.historyAfter ?? 0;
      const ids = await work.files.listSentTo(chat.id, historyAfter, before, limit + 1);
      const files = await fullFiles(work, ids.slice(0, limit));
      const taker = { work, portalId, userId: asker.id, origin: '' };
      const newestFirst = (await presentFiles(files, taker)).sort((one, other) => other.id - one.id);
      return { files: newestFirst, hasMore: ids.length > limit };
    }),
});
