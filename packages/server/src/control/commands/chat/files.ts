import { z } from 'zod';
import { presentFiles } from '#api/terms/file/present.ts';
import { fileSchema } from '#api/terms/file/schema.ts';
import { fullFiles } from '#domain/file/list-files.ts';
import { defineCommand } from '../../definition.ts';
import { chatCalled } from '../../terms/listed-chat.ts';
import { dialog, person, personCalled } from '../../terms/names.ts';

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
      const chat = await chatCalled(work, asker, name);
      const historyAfter = (await work.members.findMember(chat.id, asker.id))?.historyAfter ?? 0;
      const ids = await work.files.listSentTo(chat.id, historyAfter, before, limit + 1);
      const files = await fullFiles(work, ids.slice(0, limit));
      const taker = { work, portalId, userId: asker.id, origin: '' };
      const newestFirst = (await presentFiles(files, taker)).sort((one, other) => other.id - one.id);
      return { files: newestFirst, hasMore: ids.length > limit };
    }),
});
