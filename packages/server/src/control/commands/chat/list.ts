import { z } from 'zod';
import { defineCommand } from '../../definition.ts';
import { listChat, listedChat } from '../../terms/listed-chat.ts';
import { person, personCalled } from '../../terms/names.ts';

const MOST = 1000;

export default defineCommand({
  summary: 'Lists the chats that a person is in, private ones too.',
  body: z.strictObject({ as: person }),
  answer: z.strictObject({
    chats: z.array(listedChat),
    hasMore: z.boolean().describe(`There are more than these ${MOST}`),
  }),
  run: ({ store, portalId }, { as }) =>
    store.read(async (work) => {
      const { id } = await personCalled(work, portalId, as);
      const ids = await work.members.listChatsOf(id, MOST + 1);
      const chats = [];
      for (const chatId of ids.slice(0, MOST)) {
        const chat = await work.chats.findChat(chatId);
        if (chat) chats.push(await listChat(work, chat));
      }
      return { chats, hasMore: ids.length > MOST };
    }),
});
