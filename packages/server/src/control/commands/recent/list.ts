import { z } from 'zod';
import { listRecent, RecentSearch } from '#domain/recent/list-recent.ts';
import { defineCommand, type Told } from '../../definition.ts';
import { person, personCalled } from '../../terms/names.ts';
import { recentChat, tellRecentChat } from '../../terms/recent-chat.ts';

export default defineCommand({
  summary: 'Lists the recent chats of a person: those that are pinned, then by their newest messages.',
  pages: 'person',
  body: z.strictObject({
    as: person,
    offset: z.number().int().min(0).max(1_000_000).describe('How many are passed over').default(0),
    limit: z.number().int().min(1).max(200).default(50),
  }),
  answer: z.strictObject({ chats: z.array(recentChat), hasMore: z.boolean() }),
  async run({ store, portalId }, { as, offset, limit }) {
    const search = new RecentSearch();
    const query = { skips: [], unreadOnly: false, offset, limit };
    const chats: Told<typeof recentChat>[] = [];
    for (;;) {
      const step = await store.read(async (work) => {
        const asker = await personCalled(work, portalId, as);
        const found = await listRecent(work, asker, query, search);
        for (const one of found.chats) chats.push(await tellRecentChat(work, asker, one));
        return found;
      });
      if (step.isLast) return { chats, hasMore: step.hasMore };
    }
  },
});
