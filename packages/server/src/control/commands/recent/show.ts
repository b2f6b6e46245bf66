import { z } from 'zod';
import { showRecent } from '#domain/recent/show-recent.ts';
import { defineCommand } from '../../definition.ts';
import { person, personCalled } from '../../terms/names.ts';
import { recentChat, tellRecentChat } from '../../terms/recent-chat.ts';

export default defineCommand({
  summary: 'Shows chats as they stand among the recent ones of a person; one that does not is left out.',
  pages: 'person',
  body: z.strictObject({ as: person, chats: z.array(z.number().int()).min(1).max(50) }),
  answer: z.strictObject({ chats: z.array(recentChat) }),
  run: ({ store, portalId }, { as, chats: ids }) =>
    store.read(async (work) => {
      const asker = await personCalled(work, portalId, as);
      const chats = [];
      for (const id of ids) {
        const shown = await showRecent(work, asker, id);
        if (shown) chats.push(await tellRecentChat(work, asker, shown));
      }
      return { chats };
    }),
});
